package io.beckon.clusterconfig.supervisor;

import io.beckon.clusterconfig.embedded.Services;
import io.beckon.clusterconfig.node.HostPort;
import io.beckon.clusterconfig.node.NetworkSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster on one machine: what each of its nodes is told.
 *
 * @param first the addresses of node 1; node K has each port K - 1 higher
 */
record ClusterPlan(int size, NetworkSettings first) {
  ClusterPlan {
    if (size < 1 || size > 9) {
      throw new IllegalArgumentException("A cluster on one machine has 1 to 9 nodes, not " + size);
    }
  }

  List<Integer> nodes() {
    return IntStream.rangeClosed(1, size).boxed().toList();
  }

  static String name(int node) {
    return "node-" + node;
  }

  HostPort http(int node) {
    return new HostPort(first.host(), first.httpPort() + node - 1);
  }

  HostPort management(int node) {
    return new HostPort(first.host(), first.managementPort() + node - 1);
  }

  Map<String, String> environment(int node, Services services, HostPort carrier) {
    return Map.ofEntries(
        Map.entry("BECKON_NODE", name(node)),
        Map.entry("BECKON_HTTP_PORT", Integer.toString(http(node).port())),
        Map.entry("BECKON_MANAGEMENT_PORT", Integer.toString(management(node).port())),
        Map.entry("BECKON_ARTERY_PORT", Integer.toString(first.arteryPort() + node - 1)),
        Map.entry("BECKON_DISCOVERY", "config"),
        Map.entry(
            "BECKON_CONTACT_POINTS",
            nodes().stream()
                .map(other -> management(other).toString())
                .collect(Collectors.joining(","))),
        Map.entry("BECKON_DB_URL", services.jdbcUrl()),
        Map.entry("BECKON_DB_USER", services.user()),
        Map.entry("BECKON_DB_PASSWORD", services.password()),
        Map.entry("BECKON_REDIS_URL", services.redisUrl()),
        Map.entry("BECKON_CARRIER", carrier.toString()));
  }
}
