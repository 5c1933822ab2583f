package io.beckon.persistence.campaign;

/** The statements of {@link RunMembers}; {@code :groups} are all groups of the tenant. */
final class MemberSql {
  private MemberSql() {}

  /** Runs that have the list and go on. */
  static final String TARGETS =
      """
      SELECT group_id, run_id, slices, settings FROM campaign_group
      WHERE tenant_id = :tenant AND run_id IS NOT NULL
        AND state IN ('LOADING', 'LOADED', 'RUNNING', 'PAUSED')
        AND settings -> 'lists' @> :list::jsonb
      """;

  /** What waits is final at once; what a session holds, when it lets go or wants to authorise. */
  static final String GONE =
      """
      UPDATE dial_record SET gone = true,
        state = CASE WHEN state IN ('R', 'W') THEN 'F' ELSE state END,
        call_result = CASE WHEN state IN ('R', 'W') THEN coalesce(call_result, 52::smallint)
          ELSE call_result END
      WHERE group_id = ANY (:groups) AND list_id = :list AND contact_id = ANY (:contacts)
        AND NOT gone <those>
      """;

  /** Compliance looks at what the record says. */
  static final String FACTS =
      """
      UPDATE dial_record r SET client_id = :client, contact_zone = :zone, zone_key = v.zones,
        country = v.country, region = v.region,
        contact_state = CASE WHEN :country::text IS NULL OR v.country IS NULL
          OR v.country = :country::text THEN :state::text END
      FROM unnest(:devices, :zones, :countries, :regions) AS v(device, zones, country, region)
      WHERE r.group_id = ANY (:groups) AND r.list_id = :list AND r.contact_id = :contact
        AND r.device = v.device AND r.state <> 'F'
      """;

  static final String LAST_IN_CHAIN =
      """
      SELECT greatest(
        (SELECT coalesce(max(chain_n), -1) FROM dial_record
          WHERE group_id = ANY (:groups) AND list_id = :list AND contact_id = :contact),
        (SELECT coalesce(max(chain_n), -1) FROM device
          WHERE list_id = :list AND contact_id = :contact))
      """;

  static final String IS_OPEN =
      """
      SELECT count(*) = 0 OR count(*) FILTER (WHERE state IN ('R', 'W', 'C')) > 0 FROM dial_record
      WHERE group_id = :group AND list_id = :list AND contact_id = :contact
      """;

  /**
   * Where nothing of the contact is ready or claimed any more, the next that waits has its turn.
   */
  static final String NEXT =
      """
      UPDATE dial_record n SET state = 'R', ready_at = :now
      WHERE n.group_id = ANY (:groups) AND n.list_id = :list AND n.contact_id = :contact
        AND n.state = 'W'
        AND NOT EXISTS (SELECT 1 FROM dial_record o
          WHERE o.group_id = n.group_id AND o.list_id = n.list_id
            AND o.contact_id = n.contact_id AND o.state IN ('R', 'C'))
        AND n.chain_n = (SELECT min(o.chain_n) FROM dial_record o
          WHERE o.group_id = n.group_id AND o.list_id = n.list_id
            AND o.contact_id = n.contact_id AND o.state = 'W')
      """;
}
