package io.beckon.clusterconfig.supervisor;

import io.beckon.clusterconfig.embedded.KeptPort;
import io.beckon.clusterconfig.node.KeptSecret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where {@code bin/cluster} talks to the supervisor: one line "secret command…" in on a loopback
 * port, lines out; the last is "ok", or "error" and a sentence.
 */
final class Control implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Control.class);

  private final ServerSocket server;
  private final String secret;
  private final Function<String, String> commands;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private Control(ServerSocket server, String secret, Function<String, String> commands) {
    this.server = server;
    this.secret = secret;
    this.commands = commands;
  }

  /** Listens; {@code home} holds the port and the secret for those who may read it. */
  static Control open(Path home, Function<String, String> commands) throws IOException {
    var port = KeptPort.in(home.resolve("port"));
    var server = new ServerSocket(port, 16, InetAddress.getLoopbackAddress());
    return new Control(server, KeptSecret.in(home.resolve("secret")), commands);
  }

  /** Serves until closed. */
  void run() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        if (!server.isClosed()) {
          log.warn("event=control_failed", e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdown();
  }

  private void serve(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      var line = in.readLine();
      var answer =
          line != null && line.startsWith(secret + " ")
              ? commands.apply(line.substring(secret.length() + 1).strip())
              : "error The secret is wrong.";
      client.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      log.info("event=control_client_gone");
    }
  }
}
