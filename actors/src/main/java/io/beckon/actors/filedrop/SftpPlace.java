package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * A folder on an SFTP server, over Apache MINA SSHD. Nothing is taken from this machine: no keys,
 * no known hosts, no configuration of the user the node runs as.
 */
record SftpPlace(DropSettings settings, ServerAddress address) implements WatchedPlace {
  static SftpPlace of(DropSettings settings) {
    return new SftpPlace(settings, ServerAddress.of(settings.url()));
  }

  @Override
  public String folder() {
    return address.folder();
  }

  @Override
  public Visit visit(Patience patience) throws IOException {
    var keys = keys();
    var trust = new HostKeys(address, settings.knownHosts());
    var client = client(trust, patience);
    try {
      client.start();
      var session = session(client, patience);
      signIn(session, keys, trust, patience);
      return new SftpVisit(
          client, SftpClientFactory.instance().createSftpClient(session), folder());
    } catch (IOException | RuntimeException e) {
      client.stop();
      throw e;
    }
  }

  private static SshClient client(HostKeys trust, Patience patience) {
    var client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(trust);
    client.setSignatureFactories(trust.knownFirst(client.getSignatureFactories()));
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, patience.connect());
    CoreModuleProperties.AUTH_TIMEOUT.set(client, patience.silence());
    CoreModuleProperties.IDLE_TIMEOUT.set(client, patience.silence());
    CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, patience.silence());
    return client;
  }

  private ClientSession session(SshClient client, Patience patience) throws IOException {
    var credentials = settings.credentials();
    if (credentials == null) {
      throw new PlaceTrouble("There is no user name to sign in with; set credentials.");
    }
    var session =
        client
            .connect(credentials.username(), address.host(), address.port())
            .verify(patience.connect())
            .getSession();
    var password = credentials.password();
    if (password != null) {
      session.addPasswordIdentity(password);
    }
    return session;
  }

  private static void signIn(
      ClientSession session, List<KeyPair> keys, HostKeys trust, Patience patience)
      throws IOException {
    keys.forEach(session::addPublicKeyIdentity);
    try {
      session.auth().verify(patience.silence());
    } catch (IOException | RuntimeException e) {
      var untrusted = trust.trouble();
      if (untrusted != null) {
        throw untrusted;
      }
      if (isRefused(e)) {
        throw notIn();
      }
      throw e;
    }
  }

  private static boolean isRefused(Exception e) {
    return e instanceof SshException ssh
        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
  }

  private static PlaceTrouble notIn() {
    return new PlaceTrouble(
        "The server does not let us in; check user name, password and private key.");
  }

  private List<KeyPair> keys() throws IOException {
    var pem = settings.privateKey();
    List<KeyPair> keys = new ArrayList<>();
    if (pem == null) {
      return keys;
    }
    try (var in = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.UTF_8))) {
      var found =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("privateKey"), in, passphrase());
      if (found != null) {
        found.forEach(keys::add);
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new PlaceTrouble(unreadable());
    }
    if (keys.isEmpty()) {
      throw new PlaceTrouble(unreadable());
    }
    return keys;
  }

  private String unreadable() {
    return settings.passphrase() == null
        ? "The private key cannot be read; it must be PEM, and needs its passphrase if it has one."
        : "The private key cannot be opened with this passphrase.";
  }

  private FilePasswordProvider passphrase() {
    var passphrase = settings.passphrase();
    return passphrase == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase);
  }
}
