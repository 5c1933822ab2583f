package io.beckon.actors.pgp;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.pgp.PgpCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;

/** Public keys: their bindings are verified, so that nobody can slip a subkey under them. */
final class Certificates {
  private Certificates() {}

  static OpenPGPCertificate read(String field, String armored) {
    if (!armored.contains("BEGIN PGP PUBLIC KEY BLOCK")) {
      throw new InvalidField(
          field,
          "must be an ASCII-armored public key that begins with -----BEGIN PGP PUBLIC KEY"
              + " BLOCK-----, as gpg --armor --export writes it");
    }
    try {
      return new OpenPGPKeyReader().parseCertificate(armored);
    } catch (IOException | RuntimeException e) {
      throw new InvalidField(
          field, "cannot be read as an OpenPGP public key; export it again, one key only");
    }
  }

  /** Of several the one that was made last. */
  static Optional<PGPPublicKey> encryptionKey(OpenPGPCertificate certificate, Date now) {
    return certificate.getEncryptionKeys(now).stream()
        .map(OpenPGPCertificate.OpenPGPComponentKey::getPGPPublicKey)
        .max(java.util.Comparator.comparing(PGPPublicKey::getCreationTime));
  }

  static String fingerprint(OpenPGPCertificate certificate) {
    return hex(certificate.getFingerprint());
  }

  static String hex(byte[] fingerprint) {
    return HexFormat.of().withUpperCase().formatHex(fingerprint);
  }

  static PgpCertificate shown(OpenPGPCertificate certificate) {
    try {
      return shown(
          certificate.getPGPPublicKeyRing().getPublicKey(),
          certificate.getPGPPublicKeyRing().getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static PgpCertificate shown(PGPPublicKey primary, byte[] ring) throws IOException {
    var names = primary.getUserIDs();
    var name = names.hasNext() ? names.next().replaceAll("\\p{Cntrl}", " ") : "";
    return new PgpCertificate(hex(primary.getFingerprint()), name, armored(ring));
  }

  /** Without the line that names the library and its version. */
  static String armored(byte[] packets) throws IOException {
    var text = new ByteArrayOutputStream();
    try (var armor = ArmoredOutputStream.builder().clearHeaders().build(text)) {
      armor.write(packets);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }
}
