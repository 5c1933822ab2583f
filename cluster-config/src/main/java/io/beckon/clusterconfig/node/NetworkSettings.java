package io.beckon.clusterconfig.node;

/**
 * Where this node listens.
 *
 * @param bind the interface of all three ports
 * @param host the address under which other nodes reach this one
 */
public record NetworkSettings(
    String bind, String host, int httpPort, int managementPort, int arteryPort) {
  public NetworkSettings {
    requirePort("BECKON_HTTP_PORT", httpPort);
    requirePort("BECKON_MANAGEMENT_PORT", managementPort);
    requirePort("BECKON_ARTERY_PORT", arteryPort);
  }

  private static void requirePort(String name, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(name + " is 1 to 65535, was " + port);
    }
  }
}
