package io.beckon.persistence.lease;

import io.beckon.persistence.Database;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** One row of {@code cluster_lease}; every statement is atomic and goes by PostgreSQL's clock. */
final class LeaseRow {
  private final Database database;
  private final String name;
  private final String owner;
  private final Duration timeToLive;

  LeaseRow(Database database, String name, String owner, Duration timeToLive) {
    this.database = database;
    this.name = name;
    this.owner = owner;
    this.timeToLive = timeToLive;
  }

  /** Takes a free or overdue lease, or prolongs an own one; false while another holds it. */
  CompletionStage<Boolean> take() {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO cluster_lease AS held (name, owner, version, expires_at)
                        VALUES (:name, :owner, 1, clock_timestamp() + :seconds * interval '1 second')
                        ON CONFLICT (name) DO UPDATE
                        SET owner = excluded.owner,
                            expires_at = excluded.expires_at,
                            version = held.version + (held.owner <> excluded.owner)::int
                        WHERE held.owner = excluded.owner OR held.expires_at < clock_timestamp()
                        """)
                    .bind("name", name)
                    .bind("owner", owner)
                    .bind("seconds", timeToLive.toMillis() / 1000.0)
                    .execute()
                == 1);
  }

  /** Prolongs the lease if it is still ours; false when another took it meanwhile. */
  CompletionStage<Boolean> prolong() {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE cluster_lease
                        SET expires_at = clock_timestamp() + :seconds * interval '1 second'
                        WHERE name = :name AND owner = :owner
                        """)
                    .bind("name", name)
                    .bind("owner", owner)
                    .bind("seconds", timeToLive.toMillis() / 1000.0)
                    .execute()
                == 1);
  }

  /** Gives the lease back; nothing happens when it is not ours. */
  CompletionStage<Boolean> giveBack() {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate("DELETE FROM cluster_lease WHERE name = :name AND owner = :owner")
                    .bind("name", name)
                    .bind("owner", owner)
                    .execute()
                >= 0);
  }
}
