package io.beckon.clusterconfig.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Just enough of an implicit FTPS server to be as strict as vsftpd with require_ssl_reuse: a data
 * connection that does not resume the session of the control connection gets 522 and nothing else.
 */
final class StrictFtps implements AutoCloseable {
  private static final Map<String, String> SIMPLE =
      Map.of(
          "USER", "331 and?",
          "PASS", "230 in",
          "PBSZ", "200 PBSZ=0",
          "PROT", "200 P",
          "TYPE", "200 I",
          "SYST", "215 UNIX Type: L8",
          "FEAT", "211 none");

  private final SSLContext context;
  private final SSLServerSocket control;
  private final Map<String, String> files;

  private StrictFtps(SSLContext context, SSLServerSocket control, Map<String, String> files) {
    this.context = context;
    this.control = control;
    this.files = files;
  }

  static StrictFtps start(TlsKeys keys, String protocol, Map<String, String> files)
      throws IOException, GeneralSecurityException {
    var password = TlsKeys.PASSWORD.toCharArray();
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keys.file(), password), password);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var factory = context.getServerSocketFactory();
    var control =
        (SSLServerSocket) factory.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    control.setEnabledProtocols(new String[] {protocol});
    var server = new StrictFtps(context, control, files);
    var thread = new Thread(server::serve, "strict-ftps");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return control.getLocalPort();
  }

  private void serve() {
    while (!control.isClosed()) {
      try (var client = (SSLSocket) control.accept()) {
        new Session(client).run();
      } catch (IOException e) {
        continue; // the client went, or the test is over
      }
    }
  }

  @Override
  public void close() throws IOException {
    control.close();
  }

  /** One client. */
  private final class Session {
    private final SSLSocket client;
    private ServerSocket data;

    Session(SSLSocket client) {
      this.client = client;
    }

    void run() throws IOException {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      say("220 strict");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var words = line.split(" ", 2);
        var simple = SIMPLE.get(words[0]);
        if (simple != null) {
          say(simple);
        } else {
          transfer(words[0], words.length > 1 ? words[1] : "");
        }
      }
    }

    private void transfer(String command, String argument) throws IOException {
      switch (command) {
        case "PASV" -> {
          data = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          int port = data.getLocalPort();
          say("227 (127,0,0,1," + port / 256 + "," + port % 256 + ")");
        }
        case "LIST" -> send(listing());
        case "RETR" -> send(files.get(argument.substring(1)));
        default -> say("502 no");
      }
    }

    private String listing() {
      var lines = new StringBuilder();
      files.forEach(
          (name, text) ->
              lines.append("-rw-r--r-- 1 a a " + text.length() + " Jan 01 2026 " + name + "\r\n"));
      return lines.toString();
    }

    private void send(String text) throws IOException {
      say("150 here");
      try (Socket plain = data.accept();
          var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, false)) {
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(control.getEnabledProtocols());
        socket.startHandshake();
        if (socket.getSession().getCreationTime() != client.getSession().getCreationTime()) {
          say("522 SSL session reuse required");
          return;
        }
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      }
      say("226 done");
    }

    private void say(String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
