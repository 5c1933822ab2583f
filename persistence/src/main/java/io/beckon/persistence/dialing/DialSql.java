package io.beckon.persistence.dialing;

/**
 * The statements of {@link PostgresDialStore}; {@code <records>} is the group's partition. What is
 * named by its id says {@code state::text = 'C'}: the statistics of a table that is analysed while
 * nothing is claimed promise an empty index of claims, and the planner would read all of it each
 * time instead of looking ids up.
 */
final class DialSql {
  private DialSql() {}

  /** Waits for transactions of the older incarnation, which hold the row FOR SHARE. */
  static final String RESUME =
      """
      INSERT INTO dial_session (group_id, run_id, slice, tenant_id, epoch)
      VALUES (:group, :run, :slice, :tenant, 1)
      ON CONFLICT (group_id, run_id, slice)
      DO UPDATE SET epoch = dial_session.epoch + 1, finished = false
      RETURNING epoch
      """;

  static final String FENCE =
      """
      SELECT 1 FROM dial_session
      WHERE group_id = :group AND run_id = :run AND slice = :slice AND epoch = :epoch
      FOR SHARE
      """;

  /** The next device of a chain has its turn. */
  private static final String FOLLOWS =
      """
      , follows AS (
        UPDATE <records> n SET state = 'R', ready_at = done.ready_at, run_id = done.run_id
        FROM done
        WHERE done.follow = 'N' AND n.group_id = :group
          AND n.list_id = done.list_id AND n.contact_id = done.contact_id AND n.state = 'W'
          AND n.chain_n = (SELECT min(m.chain_n) FROM <records> m
            WHERE m.group_id = :group AND m.list_id = done.list_id
              AND m.contact_id = done.contact_id AND m.state = 'W' AND m.chain_n > done.chain_n))
      """;

  static final String RETURN_ORPHANS =
      """
      WITH done AS (
        UPDATE <records> r SET state = CASE WHEN r.gone THEN 'F'::"char" ELSE 'R' END,
          call_result = CASE WHEN r.gone THEN coalesce(r.call_result, 52::smallint)
            ELSE r.call_result END,
          claim_epoch = NULL, open_attempt = NULL
        WHERE group_id = :group AND run_id = :run AND slice = :slice AND state = 'C'
          AND (record_id <> ALL (:open) OR open_attempt IS NULL)
        RETURNING r.list_id, r.contact_id, r.chain_n, r.run_id,
          CASE WHEN r.gone THEN 'N' ELSE 'S' END AS follow, r.ready_at)
      """
          + FOLLOWS
          + """
            SELECT count(*) FROM done
            """;

  static final String SETTINGS =
      """
      SELECT g.settings, g.settings_revision, t.settings ->> 'callerId' AS caller_id
      FROM campaign_group g JOIN tenant t USING (tenant_id)
      WHERE g.group_id = :group
      """;

  /** Hops from zone to zone along the index instead of reading every ready record. */
  static final String READY_ZONES =
      """
      WITH RECURSIVE zone AS (
        (SELECT zone_key FROM <records>
         WHERE group_id = :group AND run_id = :run AND slice = :slice AND state = 'R'
         ORDER BY zone_key LIMIT 1)
        UNION ALL
        SELECT (SELECT r.zone_key FROM <records> r
                WHERE r.group_id = :group AND r.run_id = :run AND r.slice = :slice
                  AND r.state = 'R' AND r.zone_key > zone.zone_key
                ORDER BY r.zone_key LIMIT 1)
        FROM zone WHERE zone.zone_key IS NOT NULL)
      SELECT zone_key FROM zone WHERE zone_key IS NOT NULL
      """;

  static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE <records> r SET state = 'C', claim_epoch = :epoch, zone_wait = false
        FROM (
          SELECT one.record_id
          FROM unnest(:zones) AS zone(zone_key)
          CROSS JOIN LATERAL (
            SELECT c.record_id, c.ready_at FROM <records> c
            WHERE c.group_id = :group AND c.run_id = :run AND c.slice = :slice
              AND c.zone_key = zone.zone_key AND c.state = 'R' AND c.ready_at <= :now
            ORDER BY c.ready_at LIMIT :limit) one
          ORDER BY one.ready_at LIMIT :limit) pick
        WHERE r.group_id = :group AND r.record_id = pick.record_id AND r.state = 'R'
        RETURNING r.*)
      SELECT claimed.*, l.caller_id, l.flushed_at IS NOT NULL AS flushed FROM claimed LEFT JOIN contact_list l USING (list_id)
      """;

  static final String INSERT_ATTEMPTS =
      """
      INSERT INTO attempt (attempt_id, tenant_id, group_id, run_id, record_id, list_id, contact_id,
        client_id, device, channel, decision_id, node, authorised_at, place)
      SELECT a.attempt_id, :tenant, :group, :run, a.record_id, a.list_id, a.contact_id,
        a.client_id, a.device, :channel, a.decision_id, :node, a.at, a.place
      FROM unnest(:attempt, :record, :list, :contact, :client, :device, :decision, :at,
        :place) AS a(attempt_id, record_id, list_id, contact_id, client_id, device, decision_id, at, place)
      ON CONFLICT (attempt_id) DO NOTHING
      """;

  static final String MARK_OPEN =
      """
      UPDATE <records> r SET open_attempt = v.attempt_id, attempts = v.made
      FROM unnest(:record, :attempt, :made) AS v(record_id, attempt_id, made)
      WHERE r.group_id = :group AND r.record_id = v.record_id AND r.state::text = 'C'
        AND r.claim_epoch = :epoch AND r.open_attempt IS NULL AND NOT r.gone
      RETURNING r.open_attempt
      """;

  /** Attempts whose device left its list after it was claimed. */
  static final String GONE =
      """
      SELECT v.attempt_id FROM unnest(:record, :attempt) AS v(record_id, attempt_id)
      JOIN <records> r ON r.group_id = :group AND r.record_id = v.record_id
      WHERE r.gone AND r.state::text = 'C' AND r.claim_epoch = :epoch AND r.open_attempt IS NULL
      """;

  static final String WRITTEN =
      """
      SELECT o.attempt_id, r.device, r.client_id, a.attempt_id IS NOT NULL AS present
      FROM unnest(:attempt, :record) AS o(attempt_id, record_id)
      JOIN <records> r ON r.group_id = :group AND r.record_id = o.record_id
      LEFT JOIN attempt a ON a.attempt_id = o.attempt_id
      """;

  static final String PLACED =
      """
      UPDATE attempt a SET placed_at = v.at
      FROM unnest(:attempt, :at) AS v(attempt_id, at)
      WHERE a.attempt_id = v.attempt_id AND a.placed_at IS NULL
      """;

  static final String END_ATTEMPTS =
      """
      UPDATE attempt a SET
        placed_at = coalesce(a.placed_at, v.placed),
        answered_at = v.answered,
        ended_at = v.ended,
        call_result = v.result,
        live = v.live,
        not_placed = v.result IS NULL
      FROM unnest(:attempt, :placed, :answered, :ended, :result, :live)
        AS v(attempt_id, placed, answered, ended, result, live)
      WHERE a.attempt_id = v.attempt_id AND a.ended_at IS NULL
      """;

  /**
   * A record that becomes ready joins the group's present run, whichever it left; one whose device
   * left its list meanwhile is final instead.
   */
  private static final String SET_STEP =
      """
          state = CASE WHEN r.gone AND v.state = 'R' THEN 'F' ELSE CAST(v.state AS "char") END,
          ready_at = coalesce(v.ready, r.ready_at),
          retries = v.retries, treatment = v.treatment, zone_wait = v.zone_wait,
          call_result = coalesce(v.result, r.call_result,
            CASE WHEN r.gone AND v.state = 'R' THEN 52::smallint END),
          claim_epoch = NULL, open_attempt = NULL,
          run_id = CASE WHEN v.state = 'R'
            THEN coalesce((SELECT g.run_id FROM campaign_group g WHERE g.group_id = :group),
                          r.run_id)
            ELSE r.run_id END
      """;

  private static final String FOLLOW_CHAIN =
      """
        RETURNING r.list_id, r.contact_id, r.chain_n, r.run_id,
          CASE WHEN r.gone AND v.state = 'R' THEN 'N' ELSE v.follow END AS follow, r.ready_at)
      """
          + FOLLOWS
          + """
            UPDATE <records> w SET state = 'F'
            FROM done
            WHERE done.follow = 'E' AND w.group_id = :group
              AND w.list_id = done.list_id AND w.contact_id = done.contact_id AND w.state = 'W'
            """;

  static final String RELEASE =
      """
      WITH done AS (
        UPDATE <records> r SET
      """
          + SET_STEP
          + """
  FROM unnest(:record, :state, :ready, :retries, :treatment, :zoneWait, :result, :follow)
    AS v(record_id, state, ready, retries, treatment, zone_wait, result, follow)
  WHERE r.group_id = :group AND r.record_id = v.record_id
    AND r.state::text = 'C' AND r.claim_epoch = :epoch AND r.open_attempt IS NULL
"""
          + FOLLOW_CHAIN;

  /**
   * A record whose attempt was never marked (the statement failed before) is found by its claim.
   * What was not placed does not count as an attempt.
   */
  static final String WRITE_BACK =
      """
      WITH done AS (
        UPDATE <records> r SET
          attempts = r.attempts - CASE WHEN v.not_placed AND r.open_attempt IS NOT NULL
            THEN 1 ELSE 0 END,
          last_attempt = v.attempt_id,
      """
          + SET_STEP
          + """
  FROM unnest(:record, :state, :ready, :retries, :treatment, :zoneWait, :result, :follow,
      :attempt, :notPlaced)
    AS v(record_id, state, ready, retries, treatment, zone_wait, result, follow,
      attempt_id, not_placed)
  WHERE r.group_id = :group AND r.record_id = v.record_id AND r.state::text = 'C'
    AND (r.open_attempt = v.attempt_id
      OR (r.open_attempt IS NULL AND r.last_attempt IS DISTINCT FROM v.attempt_id))
"""
          + FOLLOW_CHAIN;

  static final String FINISH =
      """
      UPDATE dial_session SET finished = true
      WHERE group_id = :group AND run_id = :run AND slice = :slice
      """;
}
