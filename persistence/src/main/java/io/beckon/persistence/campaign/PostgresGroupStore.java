package io.beckon.persistence.campaign;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.dialing.RecordTable;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.GroupStore;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link GroupStore} on PostgreSQL. */
public final class PostgresGroupStore implements GroupStore {
  private final Database database;

  public PostgresGroupStore(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<GroupId> reserve(TenantId tenant, GroupSettings settings, Instant at) {
    return database.inTransaction(h -> reserve(h, tenant, next(h), settings, at));
  }

  @Override
  public CompletionStage<GroupId> reserve(
      TenantId tenant, GroupId group, GroupSettings settings, Instant at) {
    return database.inTransaction(
        h -> isReserved(h, group) ? group : reserve(h, tenant, group, settings, at));
  }

  private static GroupId reserve(
      Handle h, TenantId tenant, GroupId group, GroupSettings settings, Instant at) {
    GroupReferences.check(h, tenant, settings);
    insert(h, tenant, group, settings, at);
    RecordTable.create(h, group);
    return group;
  }

  private static GroupId next(Handle h) {
    return new GroupId(
        h.createQuery("SELECT nextval('campaign_group_id_seq')").mapTo(Long.class).one());
  }

  private static boolean isReserved(Handle h, GroupId group) {
    return h.createQuery("SELECT EXISTS (SELECT FROM campaign_group WHERE group_id = ?)")
        .bind(0, group.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static void insert(
      Handle h, TenantId tenant, GroupId group, GroupSettings settings, Instant at) {
    int inserted =
        h.createUpdate(
                """
                INSERT INTO campaign_group (group_id, tenant_id, name, state, active, slices,
                  settings, settings_revision, created_at, revision)
                VALUES (:group, :tenant, :name, 'NOT_LOADED', false, 1, CAST(:settings AS jsonb),
                  0, :at, 0)
                ON CONFLICT (tenant_id, name) DO NOTHING
                """)
            .bind("group", group.value())
            .bind("tenant", tenant.value())
            .bind("name", settings.name())
            .bind("settings", JsonColumn.write(settings))
            .bind("at", at)
            .execute();
    if (inserted == 0) {
      throw new RefusedException(
          Refusal.conflict(
              "NAME_TAKEN",
              "There is a campaign group named \"" + settings.name() + "\" already.",
              "Choose another name, or change that group."));
    }
  }

  @Override
  public CompletionStage<Void> writeBack(GroupRow row) {
    return database.useTransaction(
        h -> {
          h.createUpdate(
                  """
                  UPDATE campaign_group SET name = :name, state = :state, active = :active,
                    run_id = :run, slices = :slices, settings = CAST(:settings AS jsonb),
                    settings_revision = :settingsRevision, revision = :revision
                  WHERE tenant_id = :tenant AND group_id = :group AND revision < :revision
                  """)
              .bind("tenant", row.tenant().value())
              .bind("group", row.group().value())
              .bind("name", row.settings().name())
              .bind("state", row.state().name())
              .bind("active", row.state().isActive())
              .bind("run", value(row.run()))
              .bind("slices", row.slices())
              .bind("settings", JsonColumn.write(row.settings()))
              .bind("settingsRevision", row.settingsRevision())
              .bind("revision", row.revision())
              .execute();
        });
  }

  private static @Nullable Long value(@Nullable RunId run) {
    return run == null ? null : run.value();
  }

  @Override
  public CompletionStage<RunId> nextRun() {
    return database.withHandle(
        h -> new RunId(h.createQuery("SELECT nextval('run_id_seq')").mapTo(Long.class).one()));
  }

  @Override
  public CompletionStage<Long> nextPacerEpoch(TenantId tenant, GroupId group) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    UPDATE campaign_group SET pacer_epoch = pacer_epoch + 1
                    WHERE tenant_id = :tenant AND group_id = :group
                    RETURNING pacer_epoch
                    """)
                .bind("tenant", tenant.value())
                .bind("group", group.value())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public CompletionStage<Awake> awake() {
    return database.withHandle(h -> new Awake(groups(h), sessions(h)));
  }

  private static List<GroupKey> groups(Handle h) {
    return h.createQuery("SELECT tenant_id, group_id FROM campaign_group WHERE active")
        .map(
            (rs, c) ->
                new GroupKey(
                    new TenantId(rs.getString("tenant_id")), new GroupId(rs.getLong("group_id"))))
        .list();
  }

  private static List<SessionId> sessions(Handle h) {
    return h.createQuery(
            "SELECT tenant_id, group_id, run_id, slice FROM dial_session WHERE NOT finished")
        .map(
            (rs, c) ->
                new SessionId(
                    new TenantId(rs.getString("tenant_id")),
                    new GroupId(rs.getLong("group_id")),
                    new RunId(rs.getLong("run_id")),
                    rs.getInt("slice")))
        .list();
  }
}
