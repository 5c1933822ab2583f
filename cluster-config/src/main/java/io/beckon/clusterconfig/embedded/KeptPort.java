package io.beckon.clusterconfig.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A free loopback port, remembered in a file so that the next start uses the same. Below the range
 * that systems give to outgoing connections: there, a client that knocks while the server is away
 * may be connected to itself and keep the server from coming back.
 */
public final class KeptPort {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private KeptPort() {}

  public static int in(Path file) throws IOException {
    if (Files.exists(file)) {
      var kept = Integer.parseInt(Files.readString(file).strip());
      if (isFree(kept)) {
        return kept;
      }
    }
    Files.createDirectories(file.getParent());
    var port = new Random().ints(FIRST, LAST).filter(KeptPort::isFree).findFirst().orElseThrow();
    Files.writeString(file, Integer.toString(port));
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
