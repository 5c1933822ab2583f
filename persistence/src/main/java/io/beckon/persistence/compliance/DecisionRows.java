package io.beckon.persistence.compliance;

import static io.beckon.persistence.SqlArray.booleans;
import static io.beckon.persistence.SqlArray.bytes;
import static io.beckon.persistence.SqlArray.ints;
import static io.beckon.persistence.SqlArray.longs;
import static io.beckon.persistence.SqlArray.texts;
import static io.beckon.persistence.SqlArray.times;
import static io.beckon.persistence.SqlArray.uuids;

import io.beckon.persistence.compliance.EvidenceChains.Linked;
import io.beckon.persistence.compliance.EvidenceLine.Rule;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Decisions.DecisionView;
import io.beckon.protocol.compliance.Decisions.Query;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes and reads the table of decisions. */
final class DecisionRows {
  private DecisionRows() {}

  private static final String INSERT =
      """
      INSERT INTO decision (decision_id, tenant_id, day, writer, seq, hash, at, attempt_id, group_id,
        channel, device_hmac, allowed, uncertain, times, until, rule_set, rule_id, rule_type,
        rule_version, reason, call_result, allowed_from, inputs)
      SELECT * FROM unnest(:id, :tenant, :day::date[], :writer, :seq, :hash, :at, :attempt, :group,
        :channel, :device, :allowed, :uncertain, :times, :until, :ruleSet, :ruleId, :ruleType,
        :ruleVersion, :reason, :callResult, :allowedFrom, :inputs)
      """;

  /** Its trigger refuses days that are closed, and keeps them open till the end of this. */
  private static final String HEADS =
      """
      INSERT INTO evidence_chain (tenant_id, day, writer, length, head)
      SELECT * FROM unnest(:tenant, :day::date[], :writer, :length, :head)
      ON CONFLICT (tenant_id, day, writer)
        DO UPDATE SET length = excluded.length, head = excluded.head
      """;

  static void insert(Handle handle, EvidenceChains.Batch batch) {
    List<Map.Entry<EvidenceChains.Key, EvidenceChains.Link>> heads =
        List.copyOf(batch.heads().entrySet());
    handle
        .createUpdate(HEADS)
        .bind("tenant", texts(heads, h -> h.getKey().tenant()))
        .bind("day", texts(heads, h -> h.getKey().day().toString()))
        .bind("writer", uuids(heads, h -> batch.writer()))
        .bind("length", longs(heads, h -> h.getValue().length()))
        .bind("head", bytes(heads, h -> h.getValue().hash()))
        .execute();
    insert(handle, batch.rows());
  }

  private static void insert(Handle handle, List<Linked> rows) {
    handle
        .createUpdate(INSERT)
        .bind("id", uuids(rows, r -> r.line().id()))
        .bind("tenant", texts(rows, r -> r.key().tenant()))
        .bind("day", texts(rows, r -> r.key().day().toString()))
        .bind("writer", uuids(rows, Linked::writer))
        .bind("seq", longs(rows, r -> r.link().length()))
        .bind("hash", bytes(rows, r -> r.link().hash()))
        .bind("at", times(rows, r -> r.line().at()))
        .bind("attempt", uuids(rows, r -> r.line().attempt()))
        .bind("group", longs(rows, r -> r.line().group()))
        .bind("channel", texts(rows, r -> r.line().channel()))
        .bind("device", bytes(rows, r -> unhexed(r.line().deviceHmac())))
        .bind("allowed", booleans(rows, r -> r.line().allowed()))
        .bind("uncertain", booleans(rows, r -> r.line().uncertain()))
        .bind("times", ints(rows, r -> r.line().times()))
        .bind("until", times(rows, r -> r.line().until()))
        .bind("ruleSet", longs(rows, r -> r.line().ruleSet()))
        .bind("ruleId", texts(rows, r -> ofRule(r, Rule::id)))
        .bind("ruleType", texts(rows, r -> ofRule(r, Rule::type)))
        .bind("ruleVersion", ints(rows, r -> ofRule(r, Rule::version)))
        .bind("reason", texts(rows, r -> ofRule(r, Rule::reason)))
        .bind("callResult", ints(rows, r -> ofRule(r, Rule::callResult)))
        .bind("allowedFrom", times(rows, r -> ofRule(r, Rule::allowedFrom)))
        .bind("inputs", texts(rows, r -> r.line().inputs()))
        .execute();
  }

  private static <T> @Nullable T ofRule(Linked row, Function<Rule, @Nullable T> told) {
    Rule rule = row.line().rule();
    return rule == null ? null : told.apply(rule);
  }

  private static byte @Nullable [] unhexed(@Nullable String hex) {
    return hex == null ? null : HexFormat.of().parseHex(hex);
  }

  static Rule rule(Denial denial) {
    return new Rule(
        denial.rule().id(),
        denial.rule().type().name(),
        denial.rule().version(),
        denial.reason(),
        denial.callResult().code(),
        denial.allowedFrom());
  }

  /** One more than the page holds, when there is one. */
  static List<DecisionView> page(
      Handle handle, TenantId tenant, Query query, byte @Nullable [] device, PageRequest page) {
    return handle
        .createQuery(
            """
            SELECT * FROM decision WHERE tenant_id = :tenant
              AND (:id::uuid IS NULL OR decision_id = :id::uuid)
              AND (:attempt::uuid IS NULL OR attempt_id = :attempt::uuid)
              AND (:device::bytea IS NULL OR device_hmac = :device::bytea)
              AND (:group::bigint IS NULL OR group_id = :group::bigint)
              AND (:before::uuid IS NULL OR decision_id < :before::uuid)
            ORDER BY decision_id DESC LIMIT :limit
            """)
        .bind("tenant", tenant.value())
        .bind("id", query.id() == null ? null : query.id().value())
        .bind("attempt", query.attempt() == null ? null : query.attempt().value())
        .bind("device", device)
        .bind("group", query.group() == null ? null : query.group().value())
        .bind("before", page.after() == null ? null : UUID.fromString(page.after()))
        .bind("limit", page.limit() + 1)
        .map((row, context) -> view(row))
        .list();
  }

  private static DecisionView view(ResultSet row) throws SQLException {
    UUID attempt = row.getObject("attempt_id", UUID.class);
    long group = row.getLong("group_id");
    GroupId groupId = row.wasNull() ? null : new GroupId(group);
    String rule = row.getString("rule_id");
    int result = row.getInt("call_result");
    CallResult callResult = row.wasNull() ? null : CallResult.ofCode(result).orElse(null);
    OffsetDateTime allowedFrom = row.getObject("allowed_from", OffsetDateTime.class);
    return new DecisionView(
        new DecisionId(row.getObject("decision_id", UUID.class)),
        attempt == null ? null : new AttemptId(attempt),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        groupId,
        Channel.valueOf(row.getString("channel")),
        row.getBoolean("allowed"),
        row.getBoolean("uncertain"),
        row.getInt("times"),
        row.getLong("rule_set"),
        rule == null
            ? null
            : new RuleRef(
                rule, RuleType.valueOf(row.getString("rule_type")), row.getInt("rule_version")),
        row.getString("reason"),
        callResult,
        allowedFrom == null ? null : allowedFrom.toInstant());
  }
}
