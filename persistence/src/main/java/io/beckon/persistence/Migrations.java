package io.beckon.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema this version of the code expects. */
public final class Migrations {
  /** One try a second while another node holds the lock; a first migration takes a few seconds. */
  private static final int LOCK_TRIES = 120;

  private Migrations() {}

  /**
   * Blocking and idempotent. Flyway holds a PostgreSQL advisory lock while it migrates, so nodes
   * may start side by side; a node that finds nothing to do does not wait for it.
   *
   * @return how many migrations were applied
   */
  public static int apply(DataSource dataSource) {
    var flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .locations("classpath:db/migration")
            .lockRetryCount(LOCK_TRIES)
            .load();
    if (flyway.info().pending().length > 0) {
      return flyway.migrate().migrationsExecuted;
    }
    flyway.validate();
    return 0;
  }
}
