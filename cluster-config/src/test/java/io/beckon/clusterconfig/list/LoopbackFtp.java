package io.beckon.clusterconfig.list;

import java.io.File;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.Ftplet;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.TransferRatePermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/**
 * A real FTP server on loopback that shows one folder to user {@code beckon}. The browser tests
 * start it from its source, so it needs nothing but Apache FtpServer.
 */
final class LoopbackFtp {
  static final String USER = "beckon";
  static final String PASSWORD = "right";

  private final FtpServerFactory factory = new FtpServerFactory();
  private final ListenerFactory listener = new ListenerFactory();
  private final List<Authority> rights = new ArrayList<>();
  private final Path home;
  private FtpServer server;
  private int port;

  private LoopbackFtp(Path home) {
    this.home = home;
    listener.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
  }

  /** Not started yet; its user may only read. */
  static LoopbackFtp of(Path home) {
    return new LoopbackFtp(home);
  }

  /**
   * @param port 0 takes a free one
   */
  static LoopbackFtp start(Path home, int port) throws FtpException {
    return of(home).start(port);
  }

  LoopbackFtp writable() {
    rights.add(new WritePermission());
    return this;
  }

  /** Sends no faster than that. */
  LoopbackFtp slow(int bytesPerSecond) {
    rights.add(new TransferRatePermission(bytesPerSecond, bytesPerSecond));
    return this;
  }

  LoopbackFtp with(Ftplet ftplet) {
    factory.setFtplets(new HashMap<>(Map.of("test", ftplet))); // it clears them at its end
    return this;
  }

  /** Over TLS, from the first byte or after AUTH TLS, with the key of a PKCS#12 file. */
  LoopbackFtp encrypted(boolean implicit, File keys, String password) {
    var tls = new SslConfigurationFactory();
    tls.setKeystoreFile(keys);
    tls.setKeystoreType("PKCS12");
    tls.setKeystorePassword(password);
    tls.setKeyPassword(password);
    listener.setSslConfiguration(tls.createSslConfiguration());
    listener.setImplicitSsl(implicit);
    return this;
  }

  LoopbackFtp start(int wanted) throws FtpException {
    var user = new BaseUser();
    user.setName(USER);
    user.setPassword(PASSWORD);
    user.setHomeDirectory(home.toString());
    user.setAuthorities(rights);
    factory.getUserManager().save(user);
    listener.setPort(wanted);
    var made = listener.createListener();
    factory.addListener("default", made);
    server = factory.createServer();
    server.start();
    port = made.getPort();
    return this;
  }

  int port() {
    return port;
  }

  void stop() {
    server.stop();
  }

  /** Shows the folder that is named and prints the port; ends with standard input. */
  public static void main(String[] arguments) throws Exception {
    var ftp = start(Path.of(arguments[0]), 0);
    System.out.println("port=" + ftp.port());
    while (System.in.read() >= 0) {
      continue; // whoever started us is still there
    }
    ftp.stop();
    System.exit(0);
  }
}
