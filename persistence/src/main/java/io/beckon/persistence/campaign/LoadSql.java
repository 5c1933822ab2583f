package io.beckon.persistence.campaign;

/** The statements of {@link PostgresRunStore}; {@code <records>} is the group's partition. */
final class LoadSql {
  private LoadSql() {}

  static final String NEW_RUN =
      """
      INSERT INTO run (run_id, group_id, tenant_id, loaded_at)
      VALUES (:run, :group, :tenant, :now)
      ON CONFLICT (run_id) DO NOTHING
      """;

  static final String NEW_SESSIONS =
      """
      INSERT INTO dial_session (group_id, run_id, slice, tenant_id)
      SELECT :group, :run, slice, :tenant FROM generate_series(0, :slices - 1) AS slice
      ON CONFLICT DO NOTHING
      """;

  /** Nobody of a list that was deleted is called any more. */
  static final String END_DELETED =
      """
      UPDATE <records> r SET gone = true, state = 'F',
        call_result = coalesce(r.call_result, 52::smallint)
      FROM contact_list l
      WHERE r.group_id = :group AND r.state IN ('R', 'W')
        AND l.list_id = r.list_id AND l.deleted_at IS NOT NULL
      """;

  /** What earlier runs left unfinished; what is still in flight follows when it is written back. */
  static final String TAKE_OVER =
      """
      UPDATE <records> SET run_id = :run
      WHERE group_id = :group AND state IN ('R', 'W') AND run_id <> :run
      """;

  /** Suppressed ones are looked at afresh: their suppression may have been lifted. */
  static final String FORGET_SUPPRESSED =
      """
      DELETE FROM <records> s
      WHERE s.group_id = :group AND s.state = 'S' AND s.attempts = 0
        AND NOT EXISTS (SELECT 1 FROM <records> o
          WHERE o.group_id = :group AND o.list_id = s.list_id AND o.contact_id = s.contact_id
            AND o.state <> 'S')
      """;

  /**
   * The first device of a contact that nothing suppresses for the whole run is ready, the others
   * wait for their turn. Shorter suppressions are left to the pre-dial check. Of the entries, which
   * may be many millions, those of the list's own devices are taken first; {@link Gates} says which
   * {@code <devices>} and {@code <clients>} are looked at. What {@code <only>}, {@code <known>} and
   * {@code <ready>} stand for, {@link ListAddition} says.
   */
  static final String ADD_LIST =
      """
      WITH blocked_device AS MATERIALIZED (
        SELECT DISTINCT d.value FROM device d
        JOIN suppression_entry e ON e.value = d.value
        LEFT JOIN import i ON i.import_id = e.import_id
        WHERE d.list_id = :list <only> AND <devices> AND <holds>),
      blocked_client AS MATERIALIZED (
        SELECT DISTINCT d.client_id FROM contact d
        JOIN suppression_entry e ON e.value = d.client_id
        LEFT JOIN import i ON i.import_id = e.import_id
        WHERE d.list_id = :list <only> AND <clients> AND <holds>),
      seen AS (
        SELECT c.list_id, c.contact_id, d.chain_n, d.value, c.client_id, d.country, d.state,
          d.zone_key, coalesce(c.time_zone, c.postal_zones, '') AS contact_zone,
          CASE WHEN c.country IS NULL OR d.country IS NULL OR c.country = d.country
            THEN c.state END AS contact_state,
          bd.value IS NOT NULL OR bc.client_id IS NOT NULL AS suppressed
        FROM device d
        JOIN contact c ON c.list_id = d.list_id AND c.contact_id = d.contact_id
        JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
        LEFT JOIN blocked_device bd ON bd.value = d.value
        LEFT JOIN blocked_client bc ON bc.client_id = c.client_id
        WHERE d.list_id = :list AND c.list_id = :list AND c.tenant_id = :tenant
          AND d.value <match> '+%' AND <selected> <only>
          AND NOT EXISTS (SELECT 1 FROM <records> o
            WHERE o.group_id = :group AND o.list_id = c.list_id AND o.contact_id = c.contact_id
              <known>)),
      ranked AS (
        SELECT seen.*, row_number() OVER (
          PARTITION BY contact_id, suppressed ORDER BY chain_n) AS turn
        FROM seen)
      INSERT INTO <records> (tenant_id, group_id, run_id, slice, list_id, contact_id, chain_n,
        device, client_id, country, region, zone_key, contact_zone, contact_state, state, ready_at,
        treatment, call_result)
      SELECT :tenant, :group, :run, (hashint8(contact_id) & 2147483647) % :slices, list_id,
        contact_id, chain_n, value, client_id, country, state, zone_key, contact_zone,
        contact_state, CASE WHEN suppressed THEN 'S' WHEN <ready> THEN 'R' ELSE 'W' END, :now, -1,
        CASE WHEN suppressed THEN 51 END
      FROM ranked <conflict>
      """;

  /** Whether an entry holds for the whole run. */
  static final String HOLDS =
      """
      e.valid_till IS NULL AND (e.valid_from IS NULL OR e.valid_from <= :now)
        AND (e.import_id IS NULL OR e.widened OR i.state = 'COMPLETED')
      """;

  static final String FORGET_RECORDS =
      "DELETE FROM <records> WHERE group_id = :group AND run_id = :run AND attempts = 0";

  static final String FORGET_SESSIONS =
      """
      UPDATE dial_session SET finished = true WHERE group_id = :group AND run_id = :run
      """;

  static final String REMAINING =
      """
      SELECT
        EXISTS (SELECT 1 FROM <records>
          WHERE group_id = :group AND run_id = :run AND state = 'R') AS waiting,
        EXISTS (SELECT 1 FROM <records>
          WHERE group_id = :group AND run_id = :run AND state = 'C') AS claimed
      """;

  /** The record that ended so starts anew; later devices of the same contact wait again. */
  static final String RECYCLE =
      """
      WITH again AS (
        UPDATE <records> r SET state = 'R', attempts = 0, retries = 0, treatment = -1,
          ready_at = :now, zone_wait = false, open_attempt = NULL, claim_epoch = NULL,
          run_id = coalesce((SELECT g.run_id FROM campaign_group g
            WHERE g.group_id = :group AND g.state <> 'COMPLETED'), r.run_id)
        WHERE r.group_id = :group AND r.tenant_id = :tenant AND r.state = 'F'
          AND r.last_attempt IS NOT NULL AND r.call_result = ANY (:results) AND NOT r.gone
        RETURNING r.list_id, r.contact_id, r.chain_n, r.run_id),
      wait AS (
        UPDATE <records> w SET state = 'W', run_id = again.run_id
        FROM again
        WHERE w.group_id = :group AND w.list_id = again.list_id
          AND w.contact_id = again.contact_id AND w.chain_n > again.chain_n
          AND w.state = 'F' AND w.attempts = 0 AND NOT w.gone)
      SELECT count(*) FROM again
      """;
}
