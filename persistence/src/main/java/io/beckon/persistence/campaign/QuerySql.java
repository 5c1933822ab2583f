package io.beckon.persistence.campaign;

/** The reads of {@link PostgresGroupQueries}; {@code <records>} is the group's partition. */
final class QuerySql {
  private QuerySql() {}

  static final String GROUP =
      """
      SELECT group_id, revision, state, run_id, settings, created_at FROM campaign_group
      WHERE tenant_id = :tenant AND group_id = :group
      """;

  static final String GROUPS =
      """
      SELECT group_id, revision, state, run_id, settings, created_at FROM campaign_group
      WHERE tenant_id = :tenant AND group_id < :before
      ORDER BY group_id DESC LIMIT :limit
      """;

  static final String RECORD_COUNTS =
      """
      SELECT count(*) AS total,
        count(*) FILTER (WHERE state = 'R' AND (zone_wait OR ready_at <= now())) AS ready,
        count(*) FILTER (WHERE state = 'W' OR (state = 'R' AND NOT zone_wait AND ready_at > now()))
          AS scheduled,
        count(*) FILTER (WHERE state = 'C') AS in_progress,
        count(*) FILTER (WHERE state = 'F') AS finished,
        count(*) FILTER (WHERE state = 'S') AS suppressed
      FROM <records> WHERE group_id = :group AND run_id = :run
      """;

  static final String ATTEMPT_COUNTS =
      """
      SELECT call_result, count(*) AS count, count(*) FILTER (WHERE live) AS live,
        count(*) FILTER (WHERE live AND call_result IN (21, 26)) AS lost
      FROM attempt WHERE group_id = :group AND run_id = :run AND NOT not_placed
      GROUP BY call_result
      """;

  static final String RECORDS =
      """
      SELECT * FROM (
        SELECT r.*, CASE state
            WHEN 'F' THEN 'FINAL' WHEN 'S' THEN 'SUPPRESSED' WHEN 'C' THEN 'IN_PROGRESS'
            WHEN 'W' THEN 'WAITING'
            ELSE CASE WHEN zone_wait OR ready_at <= now() THEN 'READY' ELSE 'SCHEDULED' END
          END AS waits
        FROM <records> r
        WHERE group_id = :group AND tenant_id = :tenant AND record_id > :after) said
      WHERE CAST(:state AS text) IS NULL OR waits = :state
      ORDER BY record_id LIMIT :limit
      """;

  static final String READY_BY_ZONE =
      """
      SELECT r.zone_key, count(*) FROM <records> r JOIN campaign_group g USING (group_id)
      WHERE r.group_id = :group AND r.run_id = g.run_id AND r.state = 'R'
        AND (r.zone_wait OR r.ready_at <= now())
      GROUP BY r.zone_key ORDER BY count(*) DESC LIMIT 200
      """;

  static final String UNJUDGED =
      """
      SELECT r.unjudged, r.unjudged_reason FROM run r JOIN campaign_group g USING (group_id, run_id)
      WHERE g.group_id = :group AND r.unjudged > 0
      """;

  static final String SCHEDULED =
      """
      SELECT count(*), min(r.ready_at) FROM <records> r JOIN campaign_group g USING (group_id)
      WHERE r.group_id = :group AND r.run_id = g.run_id AND r.state = 'R'
        AND NOT r.zone_wait AND r.ready_at > now()
      """;

  /** A denied record is ready again at the very moment its denial has named. */
  static final String HELD =
      """
      SELECT coalesce(v.spec ->> 'name', d.rule_id) AS rule, d.rule_type, count(*) AS records,
        min(r.ready_at) AS next_at
      FROM <records> r JOIN campaign_group g USING (group_id)
      JOIN (SELECT DISTINCT rule_id, rule_type, rule_version, allowed_from FROM decision
        WHERE tenant_id = :tenant AND group_id = :group AND NOT allowed AND allowed_from > now()) d
        ON d.allowed_from = r.ready_at
      LEFT JOIN compliance_rule_version v
        ON v.rule_id::text = d.rule_id AND v.version = d.rule_version
      WHERE r.group_id = :group AND r.run_id = g.run_id AND r.state = 'R' AND r.ready_at > now()
      GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20
      """;
}
