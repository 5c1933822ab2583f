package io.beckon.persistence.reference;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.beckon.persistence.Database;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.reference.ReferenceFetch;
import io.beckon.protocol.reference.ReferenceFetch.Mark;
import io.beckon.protocol.reference.ReferenceSource;
import io.beckon.protocol.reference.ReferenceVersion.Source;
import io.beckon.protocol.reference.ReferenceVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for newer reference data when that is due, takes it if it is sound, and writes down how it
 * went. What was active stays so until the new data has been looked over as a whole. Blocks.
 */
public final class ReferenceRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceRefresh.class);

  /** After a failure, unless the next look is due sooner. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private static final Duration GLANCE = Duration.ofSeconds(10);

  private static final String BY = "refresh";

  private static final String CLAIM =
      """
      UPDATE reference_source SET next_at = :now::timestamptz + make_interval(secs => every_seconds),
        looked_at = :now
      WHERE url IS NOT NULL AND next_at <= :now
      RETURNING url, every_seconds, etag, last_modified, revision
      """;

  private record Due(String url, Duration every, Mark mark, long revision) {}

  private record End(String outcome, @Nullable String error, @Nullable Mark mark) {}

  private final Database database;
  private final ReferenceVersions versions;
  private final ReferenceFetch fetch;
  private final Clock clock;

  public ReferenceRefresh(
      Database database, ReferenceVersions versions, ReferenceFetch fetch, Clock clock) {
    this.database = database;
    this.versions = versions;
    this.fetch = fetch;
    this.clock = clock;
  }

  /** Sees every so often whether a look is due. */
  public RecurringTask<Void> task() {
    return Tasks.recurring("reference-data", FixedDelay.of(GLANCE))
        .execute((instance, context) -> lookIfDue());
  }

  /** Whether a look was due; one node's at a time. */
  public boolean lookIfDue() {
    Instant now = clock.instant();
    var due = due(now);
    due.ifPresent(d -> written(d, looked(d), now));
    return due.isPresent();
  }

  private Optional<Due> due(Instant now) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(CLAIM)
                    .bind("now", now)
                    .map(
                        (row, ctx) ->
                            new Due(
                                row.getString(1),
                                Duration.ofSeconds(row.getLong(2)),
                                new Mark(row.getString(3), row.getString(4)),
                                row.getLong(5)))
                    .findOne());
  }

  private End looked(Due due) {
    try {
      Path file = Files.createTempFile("reference-data", ".csv");
      try {
        var fetched = fetch.fetch(ReferenceSource.address(due.url()), due.mark(), file);
        return fetched.changed()
            ? new End(taken(due, file), null, fetched.mark())
            : new End("UNCHANGED", null, null);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return failed(e.getMessage() == null ? "The data could not be fetched." : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("The node stopped while it was looking.");
    } catch (CompletionException e) {
      return e.getCause() instanceof RefusedException refused
          ? failed(refused.refusal().detail() + " " + refused.refusal().remedy())
          : failed("The data could not be kept: " + e.getMessage());
    }
  }

  /** A version that somebody has put away for another one does not come back by itself. */
  private String taken(Due due, Path file) {
    var version =
        versions
            .add(new ReferenceVersions.NewFile(file, Source.HTTP, due.url(), null, false))
            .toCompletableFuture()
            .join();
    if (version.activatedAt() != null) {
      return "UNCHANGED";
    }
    versions.activate(version.id(), BY).toCompletableFuture().join();
    LOG.info("event=reference-data-taken id={} version={}", version.id(), version.version());
    return "TAKEN";
  }

  private static End failed(String error) {
    LOG.warn("event=reference-data-not-taken error=\"{}\"", error);
    return new End("FAILED", error, null);
  }

  private void written(Due due, End end, Instant began) {
    Duration wait = end.error() != null && due.every().compareTo(AGAIN) > 0 ? AGAIN : due.every();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE reference_source SET outcome = :outcome, error = :error,
                          etag = CASE WHEN :marked THEN :etag ELSE etag END,
                          last_modified = CASE WHEN :marked THEN :modified ELSE last_modified END,
                          next_at = least(next_at, :next::timestamptz)
                        WHERE revision = :revision
                        """)
                    .bind("outcome", end.outcome())
                    .bind("error", end.error())
                    .bind("marked", end.mark() != null)
                    .bind("etag", end.mark() == null ? null : end.mark().etag())
                    .bind("modified", end.mark() == null ? null : end.mark().lastModified())
                    .bind("next", began.plus(wait))
                    .bind("revision", due.revision())
                    .execute());
  }
}
