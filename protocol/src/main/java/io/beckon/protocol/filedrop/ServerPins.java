package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** What a source says about the server it expects, brought into one form. */
public final class ServerPins {
  private static final int SHA256_BYTES = 32;
  private static final int LONGEST = 32 * 1024;

  private ServerPins() {}

  /** {@code AB:CD:…}, of SHA-256. */
  public static String fingerprint(byte[] certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate);
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hexadecimal with or without colons, or the certificate itself in PEM. */
  static String fingerprintOf(String text) {
    try {
      if (text.contains("-----BEGIN CERTIFICATE-----")) {
        var pem = new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.US_ASCII));
        return fingerprint(
            CertificateFactory.getInstance("X.509").generateCertificate(pem).getEncoded());
      }
      var hex = text.replaceFirst("^(?i)sha-?256:", "").replaceAll("[:\\s]", "");
      var bytes = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
      if (bytes.length == SHA256_BYTES) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes);
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // said below
    }
    throw new InvalidField(
        "fingerprint", "must be 32 bytes of SHA-256 in hexadecimal, or a certificate in PEM");
  }

  /** Lines of OpenSSH's known_hosts: hosts, type of key, key. */
  static String knownHosts(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidField("knownHosts", "may have " + LONGEST + " characters at most");
    }
    text.lines().map(String::strip).forEach(ServerPins::checkLine);
    return text.strip();
  }

  private static void checkLine(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    var fields = line.split("\\s+");
    int first = fields[0].equals("@revoked") ? 1 : 0;
    if (fields.length < first + 3
        || fields[0].startsWith("@") && first == 0
        || !isKey(fields, first)) {
      throw new InvalidField(
          "knownHosts", "must be lines like [host]:2222 ssh-ed25519 AAAA…, was " + line);
    }
  }

  private static boolean isKey(String[] fields, int first) {
    try {
      return Base64.getDecoder().decode(fields[first + 2]).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
