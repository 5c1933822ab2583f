package io.beckon.persistence.campaign;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.Pages;
import io.beckon.persistence.dialing.RecordTable;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.AttemptCounts;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.selection.Unjudged;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@link GroupQueries} on PostgreSQL. */
public final class PostgresGroupQueries implements GroupQueries {
  private final Database database;

  public PostgresGroupQueries(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Optional<Summary>> find(TenantId tenant, GroupId group) {
    return database.withHandle(
        h ->
            h.createQuery(QuerySql.GROUP)
                .bind("tenant", tenant.value())
                .bind("group", group.value())
                .map((rs, c) -> bare(rs))
                .findOne()
                .map(found -> counted(h, found)));
  }

  @Override
  public CompletionStage<Page<Summary>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h -> {
          List<Summary> found =
              h.createQuery(QuerySql.GROUPS)
                  .bind("tenant", tenant.value())
                  .bind("before", page.afterNumber(Long.MAX_VALUE))
                  .bind("limit", page.limit() + 1)
                  .map((rs, c) -> bare(rs))
                  .list();
          return Pages.of(found, page, s -> s.id().toString(), s -> counted(h, s));
        });
  }

  private static Summary bare(ResultSet rs) throws SQLException {
    long run = rs.getLong("run_id");
    @Nullable RunId runId = rs.wasNull() ? null : new RunId(run);
    return new Summary(
        new GroupId(rs.getLong("group_id")),
        rs.getLong("revision"),
        RunState.valueOf(rs.getString("state")),
        runId,
        JsonColumn.read(rs.getString("settings"), GroupSettings.class),
        rs.getTimestamp("created_at").toInstant(),
        RecordCounts.NONE,
        AttemptCounts.NONE);
  }

  private static Summary counted(Handle h, Summary s) {
    RunId run = s.run();
    return run == null
        ? s
        : new Summary(
            s.id(),
            s.revision(),
            s.state(),
            run,
            s.settings(),
            s.createdAt(),
            records(h, s.id(), run),
            attempts(h, s.id(), run));
  }

  private static RecordCounts records(Handle h, GroupId group, RunId run) {
    return h.createQuery(QuerySql.RECORD_COUNTS)
        .define("records", RecordTable.of(group))
        .bind("group", group.value())
        .bind("run", run.value())
        .map(
            (rs, c) ->
                new RecordCounts(
                    rs.getLong("total"),
                    rs.getLong("ready"),
                    rs.getLong("scheduled"),
                    rs.getLong("in_progress"),
                    rs.getLong("finished"),
                    rs.getLong("suppressed")))
        .one();
  }

  private static AttemptCounts attempts(Handle h, GroupId group, RunId run) {
    Map<CallResult, Long> byResult = new EnumMap<>(CallResult.class);
    long[] sums = new long[3];
    h.createQuery(QuerySql.ATTEMPT_COUNTS)
        .bind("group", group.value())
        .bind("run", run.value())
        .map(
            (rs, c) -> {
              long count = rs.getLong("count");
              int code = rs.getInt("call_result");
              if (!rs.wasNull()) {
                CallResult.ofCode(code).ifPresent(r -> byResult.merge(r, count, Long::sum));
              }
              sums[0] += count;
              sums[1] += rs.getLong("live");
              sums[2] += rs.getLong("lost");
              return count;
            })
        .list();
    return new AttemptCounts(sums[0], byResult, sums[1], sums[2]);
  }

  @Override
  public CompletionStage<Page<RecordRow>> records(
      TenantId tenant, GroupId group, @Nullable RecordState state, PageRequest page) {
    return database.withHandle(
        h -> {
          RecordRows.mustBeThere(h, tenant, group);
          List<RecordRow> found =
              h.createQuery(QuerySql.RECORDS)
                  .define("records", RecordTable.of(group))
                  .bind("tenant", tenant.value())
                  .bind("group", group.value())
                  .bind("state", state == null ? null : state.name())
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map(RecordRows.MAPPER)
                  .list();
          return Pages.of(found, page, r -> r.id().toString());
        });
  }

  @Override
  public CompletionStage<Waiting> waiting(TenantId tenant, GroupId group) {
    return database.withHandle(
        h -> {
          RecordRows.mustBeThere(h, tenant, group);
          List<ZoneCount> zones =
              query(h, group, QuerySql.READY_BY_ZONE)
                  .map((rs, c) -> new ZoneCount(new ZoneKey(rs.getString(1)), rs.getLong(2)))
                  .list();
          List<Held> held =
              query(h, group, QuerySql.HELD)
                  .bind("tenant", tenant.value())
                  .map((rs, c) -> held(rs))
                  .list();
          var unjudged = unjudged(h, group);
          return query(h, group, QuerySql.SCHEDULED)
              .map(
                  (rs, c) ->
                      new Waiting(
                          zones, rs.getLong(1), instant(rs.getTimestamp(2)), held, unjudged))
              .one();
        });
  }

  private static @Nullable Unjudged unjudged(Handle h, GroupId group) {
    return h.createQuery(QuerySql.UNJUDGED)
        .bind("group", group.value())
        .map((rs, c) -> new Unjudged(rs.getLong("unjudged"), rs.getString("unjudged_reason")))
        .findOne()
        .orElse(null);
  }

  private static Query query(Handle h, GroupId group, String sql) {
    return h.createQuery(sql).define("records", RecordTable.of(group)).bind("group", group.value());
  }

  private static Held held(ResultSet rs) throws SQLException {
    return new Held(
        rs.getString("rule"),
        RuleType.valueOf(rs.getString("rule_type")),
        rs.getLong("records"),
        rs.getTimestamp("next_at").toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
