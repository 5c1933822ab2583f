package io.beckon.clusterconfig.supervisor;

import io.beckon.clusterconfig.embedded.KeptPort;
import io.beckon.clusterconfig.embedded.Launch;
import io.beckon.clusterconfig.embedded.PostgresServer;
import io.beckon.clusterconfig.embedded.RedisServer;
import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.node.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The processes of a cluster on one machine: PostgreSQL, Redis, the carrier and the nodes. */
final class LocalCluster {
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final String CARRIER = "io.beckon.actors.voice.simulated.CarrierProcess";
  private static final String NODE = "io.beckon.clusterconfig.Main";

  private final PostgresServer postgres;
  private final RedisServer redis;
  private final Child carrier;
  private final Map<Integer, Child> nodes;

  private LocalCluster(
      PostgresServer postgres, RedisServer redis, Child carrier, Map<Integer, Child> nodes) {
    this.postgres = postgres;
    this.redis = redis;
    this.carrier = carrier;
    this.nodes = nodes;
  }

  static LocalCluster start(Path data, ClusterPlan plan) throws IOException {
    var binaries = data.resolve("embedded");
    var redis = RedisServer.start(data.resolve("redis"), binaries);
    var postgres = PostgresServer.start(data.resolve("postgres"), binaries);
    var services =
        new Services(postgres.jdbcUrl(), postgres.user(), postgres.password(), redis.url());
    var carrierPort = KeptPort.in(data.resolve("cluster/carrier/port"));
    var carrier = child(data, "carrier", CARRIER, Map.of("BECKON_CARRIER_PORT", "" + carrierPort));
    var nodes = new TreeMap<Integer, Child>();
    for (var node : plan.nodes()) {
      var environment = plan.environment(node, services, new HostPort("127.0.0.1", carrierPort));
      nodes.put(node, child(data, ClusterPlan.name(node), NODE, environment));
    }
    var cluster = new LocalCluster(postgres, redis, carrier, nodes);
    carrier.start();
    for (var node : nodes.values()) {
      node.start();
    }
    return cluster;
  }

  /** Node {@code number}, or a sentence that says which there are. */
  Child node(int number) {
    var node = nodes.get(number);
    if (node == null) {
      throw new IllegalArgumentException(
          "There is no node " + number + "; nodes: " + nodes.keySet());
    }
    return node;
  }

  List<Integer> wanted() {
    return nodes.entrySet().stream()
        .filter(node -> node.getValue().isWanted())
        .map(Map.Entry::getKey)
        .toList();
  }

  void startService(String name) throws IOException {
    switch (name) {
      case "postgres" -> postgres.start();
      case "redis" -> redis.start();
      case "carrier" -> carrier.start();
      default -> throw unknown(name);
    }
  }

  void stopService(String name) {
    switch (name) {
      case "postgres" -> postgres.stop();
      case "redis" -> redis.stop();
      case "carrier" -> carrier.stop();
      default -> throw unknown(name);
    }
  }

  String describe() {
    var lines = new ArrayList<String>();
    lines.add(carrier.describe());
    nodes.values().forEach(node -> lines.add(node.describe()));
    return String.join("\n", lines);
  }

  /** Nodes first, all at once, then what they need. */
  void stop() {
    nodes.values().parallelStream().forEach(Child::stop);
    carrier.stop();
    redis.stop();
    postgres.stop();
  }

  private static Child child(Path data, String name, String main, Map<String, String> environment) {
    var all = new LinkedHashMap<>(environment);
    all.put("BECKON_DATA", data.toString());
    return new Child(
        name, new Launch(data.resolve("cluster").resolve(name), java(main), all, "TERM", STOP));
  }

  private static List<String> java(String main) {
    var options = System.getenv().getOrDefault("BECKON_JAVA_OPTS", "-Xmx512m");
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(options.strip().split("\\s+")));
    line.addAll(
        List.of("-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path")));
    line.add(main);
    return line;
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("postgres, redis or carrier, not \"" + name + "\"");
  }
}
