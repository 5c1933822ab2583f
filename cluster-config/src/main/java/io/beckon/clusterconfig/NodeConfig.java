package io.beckon.clusterconfig;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.health.ClusterState;
import io.beckon.clusterconfig.node.ClusterSettings;
import io.beckon.clusterconfig.node.ClusterSettings.Discovery;
import io.beckon.clusterconfig.node.NetworkSettings;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.clusterconfig.node.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns checked settings into the keys of Akka that depend on them. */
final class NodeConfig {
  private NodeConfig() {}

  static Config of(Settings settings, Services services, Config files) {
    var keys = new HashMap<String, Object>();
    addresses(keys, settings.network());
    discovery(keys, settings.cluster());
    keys.put(
        "akka.cluster.roles",
        Stream.concat(
                settings.node().roles().stream().map(NodeRole::id).sorted(),
                Stream.of(ClusterState.NAME_ROLE + settings.node().name()))
            .toList());
    var journal = "akka-persistence-jdbc.shared-databases.beckon.db.";
    keys.put(journal + "url", services.jdbcUrl());
    keys.put(journal + "user", services.user());
    keys.put(journal + "password", services.password());
    return ConfigFactory.parseMap(keys).withFallback(files).resolve();
  }

  private static void addresses(Map<String, Object> keys, NetworkSettings network) {
    keys.put("akka.remote.artery.canonical.hostname", network.host());
    keys.put("akka.remote.artery.canonical.port", network.arteryPort());
    keys.put("akka.remote.artery.bind.hostname", network.bind());
    keys.put("akka.remote.artery.bind.port", network.arteryPort());
    keys.put("akka.management.http.hostname", network.host());
    keys.put("akka.management.http.port", network.managementPort());
    keys.put("akka.management.http.bind-hostname", network.bind());
    keys.put("akka.management.http.bind-port", network.managementPort());
  }

  private static void discovery(Map<String, Object> keys, ClusterSettings cluster) {
    var bootstrap = "akka.management.cluster.bootstrap.contact-point-discovery.";
    if (cluster.discovery() == Discovery.KUBERNETES) {
      keys.put(bootstrap + "discovery-method", "kubernetes-api");
      keys.put(bootstrap + "port-name", "management");
    } else {
      keys.put(bootstrap + "discovery-method", "config");
      keys.put(
          "akka.discovery.config.services.beckon.endpoints",
          cluster.contactPoints().stream()
              .map(point -> Map.of("host", point.host(), "port", point.port()))
              .toList());
    }
    keys.putIfAbsent("akka.discovery.config.services.beckon.endpoints", List.of());
  }
}
