package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.protocol.list.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Counts lists that have changed, or whose next entry has begun or ended, one after the other. A
 * list that changes again and again is counted so seldom that it takes a twentieth of the time.
 */
public final class CountedSuppressions implements Sweep {
  private static final String NEXT =
      """
      SELECT l.list_id, coalesce((SELECT max(w.wish_no) FROM suppression_count_wish w
        WHERE w.list_id = l.list_id), 0)
      FROM suppression_list l,
        LATERAL (SELECT l.counted_at IS NULL OR l.counted_at
          + make_interval(secs => greatest(5, 20 * l.count_millis / 1000.0)) <= :now AS due) d
      WHERE EXISTS (SELECT FROM suppression_count_wish w
          WHERE w.list_id = l.list_id AND (w.urgent OR d.due))
        OR l.next_edge <= :now AND d.due AND l.deleted_at IS NULL
      ORDER BY l.counted_at NULLS FIRST LIMIT 1
      """;

  private static final String COUNT =
      """
      UPDATE suppression_list k SET live = c.live, singles = c.singles, counted_at = :now,
        next_edge = c.edge FROM (
      SELECT count(*) FILTER (WHERE e.holds) AS live, count(*) FILTER (WHERE e.single) AS singles,
        least(min(e.valid_from) FILTER (WHERE e.valid_from > :now),
          min(e.valid_till) FILTER (WHERE e.valid_till > :now)) AS edge
      FROM suppression_list l, LATERAL (
      """
          + ListRows.ENTRIES
          + ") e WHERE l.list_id = :list) c WHERE k.list_id = :list";

  private record Next(long list, long wish) {}

  private final Database database;
  private final Clock clock;

  public CountedSuppressions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database.withHandle(
        handle -> {
          var next = next(handle);
          next.ifPresent(n -> count(handle, n));
          return next.isPresent();
        });
  }

  private Optional<Next> next(Handle handle) {
    return handle
        .createQuery(NEXT)
        .bind("now", clock.instant())
        .map((row, ctx) -> new Next(row.getLong(1), row.getLong(2)))
        .findOne();
  }

  /** What changes while it counts has a wish of its own, which stays. */
  private void count(Handle handle, Next next) {
    Instant began = clock.instant();
    handle.createUpdate(COUNT).bind("list", next.list()).bind("now", began).execute();
    handle.execute(
        "UPDATE suppression_list SET count_millis = ? WHERE list_id = ?",
        Duration.between(began, clock.instant()).toMillis(),
        next.list());
    handle.execute(
        "DELETE FROM suppression_count_wish WHERE list_id = ? AND wish_no <= ?",
        next.list(),
        next.wish());
  }
}
