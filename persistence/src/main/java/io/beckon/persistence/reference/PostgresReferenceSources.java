package io.beckon.persistence.reference;

import io.beckon.persistence.Database;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.reference.ReferenceSource;
import io.beckon.protocol.reference.ReferenceSources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link ReferenceSources} on PostgreSQL. */
public final class PostgresReferenceSources implements ReferenceSources {
  private final Database database;
  private final Clock clock;

  public PostgresReferenceSources(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<ReferenceSource.Standing> standing() {
    return database.withHandle(PostgresReferenceSources::standing);
  }

  @Override
  public CompletionStage<ReferenceSource.Standing> change(ReferenceSource source) {
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  UPDATE reference_source SET every_seconds = :every, revision = revision + 1,
                    next_at = CASE WHEN :url::text IS NULL THEN NULL ELSE :now::timestamptz END, url = :url,
                    etag = CASE WHEN url = :url THEN etag END,
                    last_modified = CASE WHEN url = :url THEN last_modified END,
                    outcome = CASE WHEN url = :url THEN outcome END,
                    error = CASE WHEN url = :url THEN error END
                  """)
              .bind("url", source.url())
              .bind("every", source.every().toSeconds())
              .bind("now", clock.instant())
              .execute();
          return standing(handle);
        });
  }

  @Override
  public CompletionStage<ReferenceSource.Standing> look() {
    return database.inTransaction(
        handle -> {
          int due =
              handle.execute(
                  "UPDATE reference_source SET next_at = ? WHERE url IS NOT NULL", clock.instant());
          if (due == 0) {
            throw new RefusedException(
                Refusal.conflict(
                    "NO_SOURCE",
                    "Reference data is fetched from nowhere.",
                    "Name an address with PUT /reference-data/source, or upload a file."));
          }
          return standing(handle);
        });
  }

  private static ReferenceSource.Standing standing(Handle handle) {
    return handle
        .createQuery("SELECT * FROM reference_source")
        .map((row, ctx) -> standing(row))
        .one();
  }

  private static ReferenceSource.Standing standing(ResultSet row) throws SQLException {
    return new ReferenceSource.Standing(
        new ReferenceSource(row.getString("url"), Duration.ofSeconds(row.getLong("every_seconds"))),
        instant(row, "looked_at"),
        instant(row, "next_at"),
        row.getString("outcome"),
        row.getString("error"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
