package io.beckon.clusterconfig;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.node.Settings;
import io.beckon.persistence.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One pool of connections with as many threads. A node has three, so that none waits for another:
 * {@code features} for reports, imports and claims; {@code control} for what decides whether this
 * node lives (lease, incarnation, readiness); the journal's own, made by its plugin.
 */
record Pool(HikariDataSource connections, ExecutorService threads, Database database)
    implements AutoCloseable {
  private static final int CONTROL_SIZE = 3;

  static Pool features(Settings settings, Services services) {
    var size = settings.services().database().poolSize();
    return open("features", size, Duration.ofMinutes(30), settings, services);
  }

  static Pool control(Settings settings, Services services) {
    return open("control", CONTROL_SIZE, Duration.ofSeconds(5), settings, services);
  }

  void measure(MeterRegistry metrics) {
    connections.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(metrics));
  }

  @Override
  public void close() {
    threads.shutdown();
    connections.close();
  }

  /**
   * @param silence after which a statement that PostgreSQL does not answer fails
   */
  private static Pool open(
      String name, int size, Duration silence, Settings settings, Services services) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(services.jdbcUrl());
    config.setUsername(services.user());
    config.setPassword(services.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(5_000);
    config.setValidationTimeout(2_000);
    config.addDataSourceProperty("ApplicationName", "beckon " + settings.node().name());
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", Long.toString(silence.toSeconds()));
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    var connections = new HikariDataSource(config);
    var threads = Executors.newFixedThreadPool(size, daemons("database-" + name + "-"));
    return new Pool(connections, threads, new Database(connections, threads));
  }

  private static ThreadFactory daemons(String prefix) {
    var number = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
