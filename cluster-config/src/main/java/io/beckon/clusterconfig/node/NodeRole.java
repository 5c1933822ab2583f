package io.beckon.clusterconfig.node;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node may be asked to do; one node may have any set of roles. */
public enum NodeRole {
  LIST_MANAGER,
  LIST_BUILDER,
  COMPLIANCE,
  CAMPAIGN,
  DIAL,
  JOB,
  API;

  /** The name as the cluster, {@code BECKON_ROLES} and Kubernetes write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param text a comma list of role names, or {@code all}
   */
  public static Set<NodeRole> parse(String text) {
    if (text.strip().equalsIgnoreCase("all")) {
      return EnumSet.allOf(NodeRole.class);
    }
    var roles = EnumSet.noneOf(NodeRole.class);
    for (var name : text.split(",", -1)) {
      roles.add(one(name.strip()));
    }
    return roles;
  }

  private static NodeRole one(String name) {
    return Arrays.stream(values())
        .filter(role -> role.id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "BECKON_ROLES is \"all\" or a comma list of "
                        + Arrays.stream(values())
                            .map(NodeRole::id)
                            .collect(Collectors.joining(", "))
                        + "; it has \""
                        + name
                        + "\""));
  }
}
