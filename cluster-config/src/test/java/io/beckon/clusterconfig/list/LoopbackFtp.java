package io.beckon.clusterconfig.list;

import java.net.InetAddress;
import java.nio.file.Path;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;

/**
 * A real FTP server on loopback that shows one folder to user {@code beckon}. The browser tests
 * start it from its source, so it needs nothing but Apache FtpServer.
 */
final class LoopbackFtp {
  static final String USER = "beckon";
  static final String PASSWORD = "right";

  private final FtpServer server;
  private final int port;

  private LoopbackFtp(FtpServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * @param port 0 takes a free one
   */
  static LoopbackFtp start(Path home, int port) throws FtpException {
    var user = new BaseUser();
    user.setName(USER);
    user.setPassword(PASSWORD);
    user.setHomeDirectory(home.toString());
    var factory = new FtpServerFactory();
    factory.getUserManager().save(user);
    var listener = new ListenerFactory();
    listener.setPort(port);
    listener.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
    var made = listener.createListener();
    factory.addListener("default", made);
    var server = factory.createServer();
    server.start();
    return new LoopbackFtp(server, made.getPort());
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
