package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.ServerPins;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the certificate of one connection's server: the pinned one, else what the JVM trusts
 * for the host's name. Data connections must show the certificate of the control connection.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  private final ServerAddress address;
  private final @Nullable String pinned;
  private final X509ExtendedTrustManager usual;
  private @Nullable String accepted;
  private PlaceTrouble.@Nullable Untrusted trouble;

  ServerTrust(ServerAddress address, @Nullable String pinned) {
    this.address = address;
    this.pinned = pinned;
    this.usual = ofTheJvm();
  }

  boolean isPinned() {
    return pinned != null;
  }

  /** What the operator should read in place of this failure; null when it is another matter. */
  PlaceTrouble.@Nullable Untrusted trouble(SSLException failure) {
    if (trouble != null) {
      trouble.initCause(failure);
    }
    return trouble;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    decide(chain, () -> usual.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    decide(chain, () -> usual.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    decide(chain, () -> usual.checkServerTrusted(chain, type));
  }

  private void decide(X509Certificate[] chain, Check byJvm) throws CertificateException {
    var shown = ServerPins.fingerprint(chain[0].getEncoded());
    var expected = accepted == null ? pinned : accepted;
    if (expected != null && !expected.equals(shown)) {
      throw refused(shown, "it is not the pinned " + expected);
    }
    if (expected == null) {
      try {
        byJvm.run();
      } catch (CertificateException e) {
        throw refused(shown, said(e));
      }
    }
    accepted = shown;
  }

  private CertificateException refused(String shown, String why) {
    trouble =
        PlaceTrouble.Untrusted.certificate(
            "The certificate of "
                + address
                + " is not trusted ("
                + why
                + "). Its SHA-256 is "
                + shown
                + "; if the server's operator says so too, set fingerprint to that.",
            shown);
    return new CertificateException(why);
  }

  private static String said(CertificateException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    usual.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    usual.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    usual.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return usual.getAcceptedIssuers();
  }

  private static X509ExtendedTrustManager ofTheJvm() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Check {
    void run() throws CertificateException;
  }
}
