package io.beckon.persistence.compliance;

import static io.beckon.persistence.SqlArray.booleans;
import static io.beckon.persistence.SqlArray.bytes;
import static io.beckon.persistence.SqlArray.ints;
import static io.beckon.persistence.SqlArray.longs;
import static io.beckon.persistence.SqlArray.texts;
import static io.beckon.persistence.SqlArray.times;
import static io.beckon.persistence.SqlArray.uuids;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Decisions.Decision;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes and reads the table of decisions. */
final class DecisionRows {
  private DecisionRows() {}

  private static final String INSERT =
      """
      INSERT INTO decision (decision_id, tenant_id, at, attempt_id, group_id, channel,
        device_hmac, allowed, uncertain, rule_set, rule_id, rule_type, rule_version, reason,
        call_result, allowed_from)
      SELECT * FROM unnest(:id, :tenant, :at, :attempt, :group, :channel, :device, :allowed,
        :uncertain, :ruleSet, :ruleId, :ruleType, :ruleVersion, :reason, :callResult, :allowedFrom)
      """;

  static void insert(Handle handle, List<Decision> decisions, Function<Decision, byte[]> hmac) {
    handle
        .createUpdate(INSERT)
        .bind("id", uuids(decisions, d -> d.verdict().decision().value()))
        .bind("tenant", texts(decisions, d -> d.tenant().value()))
        .bind("at", times(decisions, d -> d.verdict().at()))
        .bind("attempt", uuids(decisions, d -> d.verdict().attempt().value()))
        .bind("group", longs(decisions, d -> d.group() == null ? null : d.group().value()))
        .bind("channel", texts(decisions, d -> d.channel().name()))
        .bind("device", bytes(decisions, hmac))
        .bind("allowed", booleans(decisions, d -> d.verdict().denial() == null))
        .bind("uncertain", booleans(decisions, d -> denied(d, Denial::uncertain) == Boolean.TRUE))
        .bind("ruleSet", longs(decisions, Decision::ruleSet))
        .bind("ruleId", texts(decisions, d -> denied(d, denial -> denial.rule().id())))
        .bind("ruleType", texts(decisions, d -> denied(d, denial -> denial.rule().type().name())))
        .bind("ruleVersion", ints(decisions, d -> denied(d, denial -> denial.rule().version())))
        .bind("reason", texts(decisions, d -> denied(d, Denial::reason)))
        .bind("callResult", ints(decisions, d -> denied(d, denial -> denial.callResult().code())))
        .bind("allowedFrom", times(decisions, d -> denied(d, Denial::allowedFrom)))
        .execute();
  }

  private static <T> @Nullable T denied(Decision decision, Function<Denial, @Nullable T> told) {
    Denial denial = decision.verdict().denial();
    return denial == null ? null : told.apply(denial);
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
    long group = row.getLong("group_id");
    GroupId groupId = row.wasNull() ? null : new GroupId(group);
    String rule = row.getString("rule_id");
    int result = row.getInt("call_result");
    CallResult callResult = row.wasNull() ? null : CallResult.ofCode(result).orElse(null);
    OffsetDateTime allowedFrom = row.getObject("allowed_from", OffsetDateTime.class);
    return new DecisionView(
        new DecisionId(row.getObject("decision_id", UUID.class)),
        new AttemptId(row.getObject("attempt_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        groupId,
        Channel.valueOf(row.getString("channel")),
        row.getBoolean("allowed"),
        row.getBoolean("uncertain"),
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
