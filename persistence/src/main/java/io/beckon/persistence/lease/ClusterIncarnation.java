package io.beckon.persistence.lease;

import io.beckon.persistence.Database;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * The row in PostgreSQL that keeps nodes from forming two clusters: only who claims it may form
 * one, nobody may while members of the last one still beat, and a member that finds another
 * incarnation there has been left behind.
 */
public final class ClusterIncarnation {
  private static final String NAME = "beckon";

  private final Database database;

  public ClusterIncarnation(Database database) {
    this.database = database;
  }

  /**
   * Asks to form a new cluster.
   *
   * @param silence how long no member of the last one may have beaten
   * @return the new incarnation; empty when the last cluster may still live
   */
  public CompletionStage<OptionalLong> claim(String node, Duration silence) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO cluster_incarnation AS last (name, incarnation, formed_by, seen_at)
                    VALUES (:name, 1, :node, clock_timestamp())
                    ON CONFLICT (name) DO UPDATE
                    SET incarnation = last.incarnation + 1,
                        formed_by = excluded.formed_by,
                        seen_at = excluded.seen_at
                    WHERE last.seen_at <= clock_timestamp() - :seconds * interval '1 second'
                    RETURNING incarnation
                    """)
                .bind("name", NAME)
                .bind("node", node)
                .bind("seconds", silence.toMillis() / 1000.0)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
  }

  /** The incarnation that counts now; 0 before the first. */
  public CompletionStage<Long> current() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("SELECT incarnation FROM cluster_incarnation WHERE name = :name")
                .bind("name", NAME)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** Says that a member of {@code incarnation} lives; false: another one counts now. */
  public CompletionStage<Boolean> beat(long incarnation) {
    return setSeen(incarnation, "clock_timestamp()");
  }

  /** Says that the last member of {@code incarnation} leaves in order. */
  public CompletionStage<Boolean> end(long incarnation) {
    return setSeen(incarnation, "'-infinity'");
  }

  private CompletionStage<Boolean> setSeen(long incarnation, String when) {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE cluster_incarnation SET seen_at = <when>
                        WHERE name = :name AND incarnation = :incarnation
                        """)
                    .define("when", when)
                    .bind("name", NAME)
                    .bind("incarnation", incarnation)
                    .execute()
                == 1);
  }
}
