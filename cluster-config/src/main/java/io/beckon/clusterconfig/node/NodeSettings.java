package io.beckon.clusterconfig.node;

import java.nio.file.Path;
import java.util.Set;

/**
 * Who this node is.
 *
 * @param name stands in every log line, metric, attempt and file of the node
 * @param data where a node keeps files; one directory shared by the nodes of a cluster
 */
public record NodeSettings(String name, Set<NodeRole> roles, Path data) {
  public NodeSettings {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
      throw new IllegalArgumentException(
          "BECKON_NODE is 1 to 63 letters, digits, dots or dashes, was \"" + name + "\"");
    }
    roles = Set.copyOf(roles);
    data = data.toAbsolutePath().normalize();
  }
}
