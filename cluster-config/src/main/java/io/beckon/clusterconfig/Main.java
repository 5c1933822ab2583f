package io.beckon.clusterconfig;

import akka.actor.BootstrapSetup;
import akka.actor.CoordinatedShutdown;
import akka.actor.setup.ActorSystemSetup;
import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.demo.Demo;
import io.beckon.clusterconfig.embedded.EmbeddedServices;
import io.beckon.clusterconfig.embedded.Patience;
import io.beckon.clusterconfig.node.NodeSetup;
import io.beckon.clusterconfig.node.Settings;
import io.beckon.persistence.DatabaseSetup;
import io.beckon.persistence.Migrations;
import io.beckon.persistence.tenant.FirstStart;
import io.beckon.persistence.tenant.PasswordHash;
import io.beckon.persistence.tenant.PostgresApiKeys;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one node. Order: settings, embedded services, schema, actor system; the end goes the same
 * way back.
 */
public final class Main {
  private static final Logger log = LoggerFactory.getLogger(Main.class);

  /** Longer than all phases of the shutdown together. */
  private static final Duration ENDING = Duration.ofSeconds(70);

  private static final Duration OVER = Duration.ofSeconds(2);

  private Main() {}

  public static void main(String[] args) {
    try {
      start(Settings.from(ConfigFactory.load()), List.of(args).contains("--demo"));
    } catch (IllegalArgumentException | ConfigException | UncheckedIOException e) {
      System.err.println("Cannot start: " + e.getMessage());
      System.exit(2);
    } catch (RuntimeException e) {
      log.error("event=start_failed", e);
      System.exit(1);
    }
  }

  private static void start(Settings settings, boolean demo) {
    var embedded = EmbeddedServices.startMissing(settings.node().data(), settings.services());
    var connections = Connections.open(settings, embedded.services());
    Migrations.apply(connections.stores().database().dataSource());
    firstSignIn(settings, connections);
    var system = actorSystem(settings, embedded, connections);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(system, connections, embedded), "end"));
    log.info("event=started roles={} data={}", settings.node().roles(), settings.node().data());
    Announcement.whenReady(system, settings, connections.stores().readiness())
        .thenAccept(
            address -> {
              if (demo) {
                demo(address, connections);
              }
            });
  }

  private static void demo(URI address, Connections connections) {
    var clock = Clock.systemUTC();
    var keys = new PostgresApiKeys(connections.stores().database(), clock);
    new Thread(() -> Demo.run(address, keys, clock), "demo").start();
  }

  /** To the console alone: a log is kept, a generated password is shown once. */
  private static void firstSignIn(Settings settings, Connections connections) {
    FirstStart.run(
            connections.stores().database().jdbi(),
            settings.signIn().adminPassword(),
            new PasswordHash(settings.signIn().passwordIterations()),
            Clock.systemUTC().instant())
        .ifPresent(
            password ->
                System.out.println(
                    "First sign-in: user admin, password " + password + " (shown this once)"));
  }

  private static ActorSystem<Void> actorSystem(
      Settings settings, EmbeddedServices embedded, Connections connections) {
    var config = NodeConfig.of(settings, embedded.services(), ConfigFactory.load());
    var setup =
        ActorSystemSetup.create(
            BootstrapSetup.create(config),
            new DatabaseSetup(connections.control()),
            new NodeSetup(settings, connections.stores()));
    return ActorSystem.create(
        Guardian.create(settings, connections.stores(), Clock.systemUTC()), "beckon", setup);
  }

  /** A node that was downed calls exit while its system's end is being told: that never comes. */
  private static boolean hasEndedItself(ActorSystem<Void> system) {
    var reason = CoordinatedShutdown.get(system).getShutdownReason();
    return reason.isPresent() && !reason.get().equals(CoordinatedShutdown.jvmExitReason());
  }

  /** Runs beside Akka's own hook, which shuts the actor system down; waits for that. */
  private static void end(
      ActorSystem<Void> system, Connections connections, EmbeddedServices embedded) {
    var terminated = system.getWhenTerminated().toCompletableFuture();
    Patience.until(hasEndedItself(system) ? OVER : ENDING, terminated::isDone);
    connections.close();
    embedded.close();
  }
}
