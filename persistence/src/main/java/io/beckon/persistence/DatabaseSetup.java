package io.beckon.persistence;

import akka.actor.ActorSystem;
import akka.actor.setup.Setup;

/**
 * Hands the database to what Akka creates by class name: the lease, the join decider. A pool of its
 * own, so that work never delays what decides whether a node lives.
 */
public final class DatabaseSetup extends Setup {
  private final Database database;

  public DatabaseSetup(Database database) {
    this.database = database;
  }

  public static DatabaseSetup of(ActorSystem system) {
    return system
        .settings()
        .setup()
        .get(DatabaseSetup.class)
        .orElseThrow(
            () -> new IllegalStateException("The actor system was made without DatabaseSetup"));
  }

  public Database database() {
    return database;
  }
}
