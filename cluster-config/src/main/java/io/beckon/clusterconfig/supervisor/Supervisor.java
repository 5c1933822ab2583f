package io.beckon.clusterconfig.supervisor;

import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.embedded.DataLock;
import io.beckon.clusterconfig.embedded.Patience;
import io.beckon.clusterconfig.node.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a cluster on one machine for {@code bin/cluster}: what nodes share lives under this process,
 * so killing a node spares it; when this process goes, all of it goes.
 */
public final class Supervisor {
  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration READY = Duration.ofMinutes(5);

  private final ClusterPlan plan;
  private final LocalCluster cluster;
  private final Health health = new Health();

  private Supervisor(ClusterPlan plan, LocalCluster cluster) {
    this.plan = plan;
    this.cluster = cluster;
  }

  /**
   * @param args the number of nodes
   */
  public static void main(String[] args) throws IOException {
    var settings = Settings.from(ConfigFactory.load());
    var plan = new ClusterPlan(Integer.parseInt(args[0]), settings.network());
    var data = settings.node().data();
    try (var lock = DataLock.take(data.resolve("embedded"))) {
      var supervisor = new Supervisor(plan, LocalCluster.start(data, plan));
      try (var control = Control.open(data.resolve("cluster"), supervisor::execute)) {
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor.cluster::stop, "stop"));
        Files.createFile(data.resolve("cluster/up"));
        log.info("event=supervising nodes={} data={} lock={}", plan.size(), data, lock);
        control.run();
      }
    }
  }

  private String execute(String line) {
    log.info("event=command line=\"{}\"", line);
    try {
      return run(List.of(line.split("\\s+")));
    } catch (IllegalArgumentException | IOException e) {
      return "error " + e.getMessage();
    }
  }

  private String run(List<String> words) throws IOException {
    var what = words.size() > 1 ? words.get(1) : "";
    switch (words.get(0)) {
      case "kill" -> node(what).kill();
      case "pause" -> node(what).signal("STOP");
      case "resume" -> node(what).signal("CONT");
      case "restart" -> {
        node(what).stop();
        node(what).start();
        return ready();
      }
      case "stop" -> cluster.stopService(what);
      case "start" -> cluster.startService(what);
      case "await" -> {
        return ready();
      }
      case "status" -> {
        return cluster.describe() + "\nok";
      }
      default -> throw new IllegalArgumentException("Unknown command " + words);
    }
    return "ok";
  }

  private Child node(String number) {
    if (!number.matches("[1-9]")) {
      throw new IllegalArgumentException("A node is named by its number, not \"" + number + "\"");
    }
    return cluster.node(Integer.parseInt(number));
  }

  private String ready() {
    var all =
        Patience.until(
            READY,
            () ->
                cluster.wanted().stream().allMatch(node -> health.isReady(plan.management(node))));
    return all ? "ok" : "error Not all nodes became ready within 5 minutes; see their server.log.";
  }
}
