package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/**
 * A folder on an FTP or FTPS server, over Commons Net. Every errand has a connection of its own,
 * passive, with time-outs: a server that stalls costs one look.
 */
record FtpPlace(DropSettings settings, ServerAddress address) implements WatchedPlace {
  static FtpPlace of(DropSettings settings) {
    return new FtpPlace(settings, ServerAddress.of(settings.url()));
  }

  @Override
  public String folder() {
    return address.folder();
  }

  @Override
  public Visit visit(Patience patience) throws IOException {
    if (settings.kind() == DropKind.FTP) {
      return new FtpVisit(connected(new FTPClient(), patience), folder());
    }
    var trust = new ServerTrust(address, settings.fingerprint());
    try {
      var client = TlsFtpClient.to(address, trust);
      connected(client, patience);
      return new FtpVisit(client, folder());
    } catch (SSLException e) {
      var untrusted = trust.trouble(e);
      throw untrusted == null ? e : untrusted;
    }
  }

  private FTPClient connected(FTPClient client, Patience patience) throws IOException {
    client.setConnectTimeout(patience.connectMillis());
    client.setDefaultTimeout(patience.silenceMillis());
    client.setDataTimeout(patience.silence());
    client.setControlEncoding("UTF-8");
    try {
      client.connect(address.host(), address.port());
      client.setSoTimeout(patience.silenceMillis());
      signIn(client);
      if (client instanceof TlsFtpClient encrypted) {
        encrypted.protectData();
      }
      client.enterLocalPassiveMode();
      client.setFileType(FTP.BINARY_FILE_TYPE);
      return client;
    } catch (IOException e) {
      FtpVisit.close(client);
      throw e;
    }
  }

  private void signIn(FTPClient client) throws IOException {
    var credentials = settings.credentials();
    boolean in =
        credentials == null
            ? client.login("anonymous", "beckon")
            : client.login(credentials.username(), credentials.password());
    if (!in) {
      throw new PlaceTrouble(
          "The server does not let us in ("
              + client.getReplyCode()
              + "); check user name and password.");
    }
  }
}
