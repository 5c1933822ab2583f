package io.beckon.actors.filedrop;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * FTP over TLS whose data connections are as encrypted as the control connection, checked by the
 * same trust, and resume its session.
 */
final class TlsFtpClient extends FTPSClient {
  private final ServerAddress address;
  private final SSLContext context;

  private TlsFtpClient(ServerAddress address, SSLContext context) {
    super(address.scheme().equals("ftps"), context);
    this.address = address;
    this.context = context;
  }

  static TlsFtpClient to(ServerAddress address, ServerTrust trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      var client = new TlsFtpClient(address, context);
      client.setEndpointCheckingEnabled(!trust.isPinned());
      return client;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From here on data comes and goes encrypted. */
  void protectData() throws IOException {
    execPBSZ(0);
    execPROT("P");
    setSocketFactory(SocketFactory.getDefault()); // encrypted below
  }

  @Override
  protected @Nullable Socket _openDataConnection_(String command, @Nullable String argument)
      throws IOException {
    var plain = super._openDataConnection_(command, argument);
    if (plain == null) {
      return null;
    }
    try {
      var socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(
                      new DataSocket(plain, address.port()), address.host(), address.port(), true);
      socket.setUseClientMode(true);
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
