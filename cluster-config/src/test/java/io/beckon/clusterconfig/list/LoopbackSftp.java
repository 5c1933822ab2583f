package io.beckon.clusterconfig.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on loopback, Apache's, that shows one folder to user {@code beckon}. */
final class LoopbackSftp {
  static final String USER = "beckon";
  static final String PASSWORD = "right";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair[] hostKeys;

  private LoopbackSftp(Path home, KeyPair user, KeyPair... hostKeys) {
    this.hostKeys = hostKeys.clone();
    server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
    server.setPasswordAuthenticator((n, p, s) -> n.equals(USER) && p.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (n, key, s) -> n.equals(USER) && KeyUtils.compareKeys(key, user.getPublic()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(home));
  }

  /**
   * @param user whose public key may sign in
   */
  static LoopbackSftp of(Path home, KeyPair user, KeyPair... hostKeys) {
    return new LoopbackSftp(home, user, hostKeys);
  }

  LoopbackSftp start(int port) throws IOException {
    return start(port, new SftpEventListener() {});
  }

  LoopbackSftp start(int port, SftpEventListener listener) throws IOException {
    var sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(listener);
    server.setSubsystemFactories(List.of(sftp));
    server.setPort(port);
    server.start();
    return this;
  }

  int port() {
    return server.getPort();
  }

  String url() {
    return "sftp://127.0.0.1:" + port() + "/";
  }

  /** The line of its n-th host key, as in known_hosts. */
  String knownHosts(int n) {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKeys[n].getPublic());
  }

  void stop() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair key(String type, int bits) {
    try {
      return KeyUtils.generateKeyPair(type, bits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As ssh-keygen writes it. */
  static String pem(KeyPair key, String passphrase) {
    var out = new ByteArrayOutputStream();
    try {
      OpenSSHKeyEncryptionContext lock = null;
      if (passphrase != null) {
        lock = new OpenSSHKeyEncryptionContext();
        lock.setPassword(passphrase);
        lock.setCipherType("256");
      }
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", lock, out);
      return out.toString(StandardCharsets.US_ASCII);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
