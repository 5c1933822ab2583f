package io.beckon.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema this version of the code expects. */
public final class Migrations {
  /** One try a second while another node holds the lock; a first migration takes a few seconds. */
  private static final int LOCK_TRIES = 120;

  private Migrations() {}

  /**
   * Blocking and idempotent. Flyway holds a PostgreSQL advisory lock meanwhile, so nodes may start
   * side by side.
   *
   * @return how many migrations were applied
   */
  public static int apply(DataSource dataSource) {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .lockRetryCount(LOCK_TRIES)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
