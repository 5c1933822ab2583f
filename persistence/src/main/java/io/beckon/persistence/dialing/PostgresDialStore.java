package io.beckon.persistence.dialing;

import static io.beckon.persistence.SqlArray.booleans;
import static io.beckon.persistence.SqlArray.ints;
import static io.beckon.persistence.SqlArray.longs;
import static io.beckon.persistence.SqlArray.texts;
import static io.beckon.persistence.SqlArray.uuids;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.compliance.Reservations.Released;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.list.ContactId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** {@link DialStore} on PostgreSQL: each call one transaction, each transaction set-based. */
public final class PostgresDialStore implements DialStore {
  private final Database database;

  public PostgresDialStore(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Long> resume(SessionId session) {
    return database.inTransaction(
        h ->
            in(session, h.createQuery(DialSql.RESUME))
                .bind("tenant", session.tenant().value())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public CompletionStage<Integer> returnOrphans(
      SessionId session, long epoch, List<RecordId> open) {
    return database.inTransaction(
        h -> {
          fence(h, session, epoch);
          return in(session, h.createQuery(DialSql.RETURN_ORPHANS))
              .bind("open", longs(open, RecordId::value))
              .mapTo(Integer.class)
              .one();
        });
  }

  @Override
  public CompletionStage<Settings> settings(SessionId session) {
    return database.withHandle(
        h ->
            in(session, h.createQuery(DialSql.SETTINGS))
                .map(
                    (rs, c) ->
                        new Settings(
                            JsonColumn.read(rs.getString("settings"), GroupSettings.class),
                            rs.getLong("settings_revision"),
                            rs.getString("caller_id")))
                .one());
  }

  @Override
  public CompletionStage<List<ZoneKey>> readyZones(SessionId session) {
    return database.withHandle(
        h ->
            in(session, h.createQuery(DialSql.READY_ZONES))
                .map((rs, c) -> new ZoneKey(rs.getString(1)))
                .list());
  }

  @Override
  public CompletionStage<List<ClaimedRecord>> claim(SessionId session, Claim claim) {
    return database.inTransaction(
        h -> {
          fence(h, session, claim.epoch());
          var claimed =
              in(session, h.createQuery(DialSql.CLAIM))
                  .bind("epoch", claim.epoch())
                  .bind("now", claim.now())
                  .bind("limit", claim.limit())
                  .bind("zones", texts(List.copyOf(claim.openZones()), ZoneKey::value))
                  .map(FlushedClaims.MAPPER)
                  .list();
          return FlushedClaims.kept(h, session.group(), claimed);
        });
  }

  @Override
  public CompletionStage<Map<ContactId, Map<String, String>>> contactFields(
      SessionId session, List<ClaimedRecord> records, Set<String> names) {
    return database.withHandle(h -> ContactFields.of(h, session.tenant(), records, names));
  }

  @Override
  public CompletionStage<Void> release(SessionId session, long epoch, List<Release> releases) {
    return database.useTransaction(
        h -> {
          fence(h, session, epoch);
          Steps steps = new Steps();
          releases.forEach(r -> steps.add(r.record().value(), r.step()));
          var update = in(session, h.createUpdate(DialSql.RELEASE)).bind("epoch", epoch);
          steps.bind(update);
          update.execute();
        });
  }

  @Override
  public CompletionStage<List<AttemptId>> authorise(
      SessionId session, long epoch, List<NewAttempt> attempts) {
    return database.inTransaction(
        h -> {
          fence(h, session, epoch);
          List<UUID> marked =
              marks(session, h.createQuery(DialSql.MARK_OPEN), epoch, attempts)
                  .bind("made", ints(attempts, a -> a.record().made() + 1))
                  .mapTo(UUID.class)
                  .list();
          if (marked.size() == attempts.size()) {
            AttemptRows.insert(h, session, attempts);
            return List.of();
          }
          List<UUID> gone =
              marks(session, h.createQuery(DialSql.GONE), epoch, attempts).mapTo(UUID.class).list();
          if (marked.size() + gone.size() != attempts.size()) {
            throw new IllegalStateException(
                "only " + marked.size() + " of " + attempts.size() + " are claimed and free");
          }
          if (!marked.isEmpty()) {
            AttemptRows.insert(
                h,
                session,
                attempts.stream().filter(a -> marked.contains(a.attempt().value())).toList());
          }
          return gone.stream().map(AttemptId::new).toList();
        });
  }

  private static Query marks(
      SessionId session, Query query, long epoch, List<NewAttempt> attempts) {
    return query
        .define("records", RecordTable.of(session.group()))
        .bind("group", session.group().value())
        .bind("epoch", epoch)
        .bind("record", longs(attempts, a -> a.record().record().value()))
        .bind("attempt", uuids(attempts, a -> a.attempt().value()));
  }

  @Override
  public CompletionStage<List<Written>> written(SessionId session, List<Open> open) {
    if (open.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return database.withHandle(
        h ->
            in(session, h.createQuery(DialSql.WRITTEN))
                .bind("attempt", uuids(open, o -> o.attempt().value()))
                .bind("record", longs(open, o -> o.record().value()))
                .map(
                    (rs, c) ->
                        new Written(
                            new Released(
                                new AttemptId(rs.getObject("attempt_id", UUID.class)),
                                session.group(),
                                new Device(rs.getString("device")),
                                rs.getString("client_id")),
                            rs.getBoolean("present")))
                .list());
  }

  @Override
  public CompletionStage<Void> placed(List<PlacedAt> placed) {
    return database.useTransaction(h -> AttemptRows.placed(h, placed));
  }

  @Override
  public CompletionStage<Void> writeBack(SessionId session, List<Outcome> outcomes) {
    return database.useTransaction(
        h -> {
          AttemptRows.ended(h, outcomes);
          Steps steps = new Steps();
          outcomes.forEach(o -> steps.add(o.record().value(), o.step()));
          var update = in(session, h.createUpdate(DialSql.WRITE_BACK));
          steps.bind(update);
          update
              .bind("attempt", uuids(outcomes, o -> o.ended().attempt().value()))
              .bind("notPlaced", booleans(outcomes, o -> o.ended().result() == null))
              .execute();
        });
  }

  @Override
  public CompletionStage<Void> finish(SessionId session, long epoch) {
    return database.useTransaction(
        h -> {
          fence(h, session, epoch);
          in(session, h.createUpdate(DialSql.FINISH)).execute();
        });
  }

  private static void fence(Handle h, SessionId session, long epoch) {
    boolean mine =
        in(session, h.createQuery(DialSql.FENCE))
            .bind("epoch", epoch)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!mine) {
      throw new Fenced(session);
    }
  }

  private static <S extends SqlStatement<S>> S in(SessionId session, S statement) {
    GroupId group = session.group();
    return statement
        .define("records", RecordTable.of(group))
        .bind("group", group.value())
        .bind("run", session.run().value())
        .bind("slice", session.slice());
  }
}
