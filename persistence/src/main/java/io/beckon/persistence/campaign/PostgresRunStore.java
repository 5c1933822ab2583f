package io.beckon.persistence.campaign;

import io.beckon.persistence.Database;
import io.beckon.persistence.dialing.RecordTable;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunStore;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** {@link RunStore} on PostgreSQL. */
public final class PostgresRunStore implements RunStore {
  private final Database database;

  public PostgresRunStore(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Long> load(Load load) {
    return database.inTransaction(
        h -> {
          begin(h, load);
          update(h, load, LoadSql.END_DELETED);
          update(h, load, LoadSql.TAKE_OVER);
          update(h, load, LoadSql.FORGET_SUPPRESSED);
          var target =
              new ListAddition.Target(
                  load.tenant(), load.group(), load.run(), load.slices(), load.settings());
          // A whole list is joined with whole suppression lists, once a run.
          h.execute("SET LOCAL work_mem = '64MB'");
          for (WeightedList list : load.settings().lists()) {
            RunMembers.awaitAdditions(h, list.id());
            ListAddition.whole(h, target, list.id(), load.at());
          }
          // Until autovacuum comes by, the planner would read whole slices for each claim.
          h.createUpdate("ANALYZE <records>")
              .define("records", RecordTable.of(load.group()))
              .execute();
          return h.createQuery("SELECT count(*) FROM <records> WHERE run_id = :run")
              .define("records", RecordTable.of(load.group()))
              .bind("run", load.run().value())
              .mapTo(Long.class)
              .one();
        });
  }

  private static void begin(Handle h, Load load) {
    update(h, load, LoadSql.NEW_RUN);
    h.createUpdate(LoadSql.NEW_SESSIONS)
        .bind("tenant", load.tenant().value())
        .bind("group", load.group().value())
        .bind("run", load.run().value())
        .bind("slices", load.slices())
        .execute();
  }

  private static void update(Handle h, Load load, String sql) {
    h.createUpdate(sql)
        .define("records", RecordTable.of(load.group()))
        .bind("tenant", load.tenant().value())
        .bind("group", load.group().value())
        .bind("run", load.run().value())
        .bind("now", load.at())
        .execute();
  }

  @Override
  public CompletionStage<Void> forget(TenantId tenant, GroupId group, RunId run) {
    return database.useTransaction(
        h -> {
          for (String sql : List.of(LoadSql.FORGET_RECORDS, LoadSql.FORGET_SESSIONS)) {
            h.createUpdate(sql)
                .define("records", RecordTable.of(group))
                .bind("group", group.value())
                .bind("run", run.value())
                .execute();
          }
        });
  }

  @Override
  public CompletionStage<Remaining> remaining(TenantId tenant, GroupId group, RunId run) {
    return database.withHandle(
        h ->
            h.createQuery(LoadSql.REMAINING)
                .define("records", RecordTable.of(group))
                .bind("group", group.value())
                .bind("run", run.value())
                .map((rs, c) -> new Remaining(rs.getBoolean("waiting"), rs.getBoolean("claimed")))
                .one());
  }

  @Override
  public CompletionStage<Long> recycle(
      TenantId tenant, GroupId group, List<CallResult> results, Instant at) {
    return database.inTransaction(
        h ->
            h.createQuery(LoadSql.RECYCLE)
                .define("records", RecordTable.of(group))
                .bind("group", group.value())
                .bind("tenant", tenant.value())
                .bindArray(
                    "results", Integer.class, results.stream().map(CallResult::code).toList())
                .bind("now", at)
                .mapTo(Long.class)
                .one());
  }
}
