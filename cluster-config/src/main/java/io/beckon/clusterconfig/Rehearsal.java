package io.beckon.clusterconfig;

import io.beckon.clusterconfig.embedded.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Starts a node with its demo in a directory of its own, and ends it a little later. {@code
 * bin/build} runs it with {@code -XX:ArchiveClassesAtExit}: nodes that read their classes from that
 * archive start in less than half the time.
 */
final class Rehearsal {
  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration DIALLING = Duration.ofSeconds(8);

  private Rehearsal() {}

  /**
   * @param args an empty directory
   */
  public static void main(String[] args) throws IOException {
    int management = freePort();
    set("data", args[0]);
    set("http-port", Integer.toString(freePort()));
    set("management-port", Integer.toString(management));
    set("artery-port", Integer.toString(freePort()));
    set("discovery", "alone");
    set("roles", "all");
    // Never somebody's own stores.
    set("database.url", "");
    set("redis-url", "");
    set("carrier", "");
    Main.main(new String[] {"--demo"});
    boolean ready = Patience.until(READY, () -> isReady(management));
    Patience.until(DIALLING, () -> false);
    System.exit(ready ? 0 : 1);
  }

  private static void set(String key, String value) {
    System.setProperty("beckon." + key, value);
  }

  private static boolean isReady(int management) {
    var ready = URI.create("http://127.0.0.1:" + management + "/ready");
    try {
      return HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
