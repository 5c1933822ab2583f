package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.SuppressionListLock;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Removes entries that suppress nobody any more, from PostgreSQL and Redis: their own end has come,
 * that of their list's retention, or their list has expired. They have not been enforced since
 * then; this gives their space back. A list with an open import waits, as its rows may renew them.
 */
public final class OverdueEntries implements Sweep {
  /** How long an entry is kept after its end, and can be seen. */
  public static final Duration SEEN = Duration.ofDays(1);

  /** How long a list that expired can be given a later end, and is whole again. */
  public static final Duration REVIVABLE = Duration.ofDays(30);

  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int AT_ONCE = 1_000;

  private static final String OPEN_IMPORT =
      """
      EXISTS (SELECT FROM import i WHERE i.tenant_id = l.tenant_id AND i.list_id = l.list_id
        AND i.kind = 'SUPPRESSION' AND i.state IN ('QUEUED', 'RUNNING'))
      """;

  private static final String NEXT =
      """
      SELECT l.list_id, l.tenant_id, coalesce(l.expires <= :expired, false)
      FROM suppression_list l
      WHERE (EXISTS (SELECT FROM suppression_entry e
            WHERE e.list_id = l.list_id AND e.valid_till <= :over)
          OR l.expires <= :expired
            AND EXISTS (SELECT FROM suppression_entry e WHERE e.list_id = l.list_id))
        AND NOT
      """
          + OPEN_IMPORT
          + "ORDER BY l.list_id LIMIT 1";

  private static final String REMOVE =
      """
      WITH gone AS (
        SELECT e.value FROM suppression_entry e JOIN suppression_list l USING (list_id)
        WHERE e.list_id = :list AND <over> AND NOT
      """
          + OPEN_IMPORT
          + """
                LIMIT :limit)
            DELETE FROM suppression_entry e USING gone
            WHERE e.list_id = :list AND e.tenant_id = :tenant AND e.value = gone.value
            RETURNING e.value, nextval('suppression_revision_seq')
            """;

  /**
   * A list of which something goes.
   *
   * @param whole it has expired long enough ago
   */
  private record Due(SuppressionListId list, TenantId tenant, boolean whole) {}

  private final Database database;
  private final RedisOutbox outbox;
  private final Clock clock;
  private volatile Instant quietUntil = Instant.MIN;

  public OverdueEntries(Database database, RedisOutbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> step() {
    Instant now = clock.instant();
    if (now.isBefore(quietUntil)) {
      return CompletableFuture.completedFuture(false);
    }
    return database
        .withHandle(
            handle ->
                handle
                    .createQuery(NEXT)
                    .bind("over", now.minus(SEEN))
                    .bind("expired", now.minus(REVIVABLE))
                    .map(
                        (row, ctx) ->
                            new Due(
                                new SuppressionListId(row.getLong(1)),
                                new TenantId(row.getString(2)),
                                row.getBoolean(3)))
                    .findOne())
        .thenCompose(due -> remove(due, now));
  }

  private CompletionStage<Boolean> remove(Optional<Due> next, Instant now) {
    if (next.isEmpty()) {
      quietUntil = now.plus(QUIET);
      return CompletableFuture.completedFuture(false);
    }
    return outbox.apply(notes -> remove(notes, next.get(), now));
  }

  private static boolean remove(ChangeNotes notes, Due due, Instant now) {
    SuppressionListLock.removing(notes.handle(), due.list());
    List<EntryRow> gone =
        notes
            .handle()
            .createQuery(REMOVE)
            .define("over", due.whole() ? "l.expires <= :until" : "e.valid_till <= :until")
            .bind("list", due.list().value())
            .bind("tenant", due.tenant().value())
            .bind("until", now.minus(due.whole() ? REVIVABLE : SEEN))
            .bind("limit", AT_ONCE)
            .map((row, ctx) -> new EntryRow(row.getString(1), row.getLong(2), null, null, false))
            .list();
    if (!gone.isEmpty()) {
      notes.entries(due.tenant(), due.list(), gone);
    }
    return true;
  }
}
