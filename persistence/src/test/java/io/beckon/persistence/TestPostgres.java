package io.beckon.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one server a JVM, a fresh migrated database a call (copied from a
 * template, some 50 ms). Not durable. As root the library starts the server in a user namespace of
 * its own ({@code unshare -U}), because PostgreSQL refuses to run as root.
 */
public final class TestPostgres {
  private static final int POOL_SIZE = 8;
  private static final String TEMPLATE = "beckon_template";
  private static final AtomicInteger databases = new AtomicInteger();

  private TestPostgres() {}

  /** A fresh, migrated database behind futures. */
  public static Database freshDatabase() {
    return database(freshDataSource());
  }

  /** A pool of connections to a fresh, migrated database. */
  public static HikariDataSource freshDataSource() {
    return pool(freshJdbcUrl());
  }

  /** The address of a fresh, migrated database; user and password are in it. */
  public static String freshJdbcUrl() {
    var name = "test_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return jdbcUrl(name);
  }

  public static Database database(HikariDataSource pool) {
    return new Database(pool, Executors.newFixedThreadPool(POOL_SIZE, TestPostgres::daemon));
  }

  /** A small pool that closes with the JVM's end at the latest. */
  public static HikariDataSource pool(String jdbcUrl) {
    var config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "test-database");
    thread.setDaemon(true);
    return thread;
  }

  private static String jdbcUrl(String database) {
    return Server.POSTGRES.getJdbcUrl("postgres", database);
  }

  private static void execute(String sql) {
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Started by its first use. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    static {
      execute("CREATE DATABASE " + TEMPLATE);
      try (var template = pool(jdbcUrl(TEMPLATE))) {
        Migrations.apply(template);
      }
    }

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
