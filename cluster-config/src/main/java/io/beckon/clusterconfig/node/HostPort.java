package io.beckon.clusterconfig.node;

/** An address like {@code 127.0.0.1:8558}. */
public record HostPort(String host, int port) {
  public HostPort {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "An address is host:port, was \"" + host + ":" + port + "\"");
    }
  }

  public static HostPort parse(String text) {
    var colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("An address is host:port, was \"" + text + "\"");
    }
    return new HostPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
