package io.beckon.actors.filedrop;

import java.net.URI;

/**
 * Where a server is.
 *
 * @param folder with a slash at its end
 */
record ServerAddress(String scheme, String host, int port, String folder) {
  static ServerAddress of(String url) {
    var uri = URI.create(url);
    var path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    return new ServerAddress(
        uri.getScheme(),
        bare(uri.getHost()),
        uri.getPort() < 0 ? usualPort(uri.getScheme()) : uri.getPort(),
        path.endsWith("/") ? path : path + "/");
  }

  private static int usualPort(String scheme) {
    return switch (scheme) {
      case "ftps" -> 990;
      case "sftp" -> 22;
      default -> 21;
    };
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
