package io.beckon.actors.pgp;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.pgp.PgpCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/** A private key that another program made. */
final class BroughtKey {
  private BroughtKey() {}

  /** A key ring of which at least one key decrypts with this passphrase. */
  static PGPSecretKeyRing opened(String armored, @Nullable String passphrase) {
    var ring = ring(armored);
    var forDecryption =
        StreamSupport.stream(ring.spliterator(), false)
            .filter(k -> k.getPublicKey().isEncryptionKey() && !k.isPrivateKeyEmpty())
            .toList();
    if (forDecryption.isEmpty()) {
      throw new InvalidField(
          "privateKey",
          "has no private key that decrypts; export the whole key, as"
              + " gpg --armor --export-secret-keys does");
    }
    if (forDecryption.stream().noneMatch(k -> opens(k, passphrase))) {
      throw new InvalidField(
          "passphrase",
          passphrase == null
              ? "is missing; the private key is protected by one"
              : "does not open the private key; give the one it was exported with");
    }
    return ring;
  }

  static PgpCertificate certificate(PGPSecretKeyRing ring) {
    try {
      return Certificates.shown(ring.getPublicKey(), ring.toCertificate().getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PGPSecretKeyRing ring(String armored) {
    if (!armored.contains("BEGIN PGP PRIVATE KEY BLOCK")) {
      throw new InvalidField(
          "privateKey",
          "must be an ASCII-armored private key that begins with"
              + " -----BEGIN PGP PRIVATE KEY BLOCK-----");
    }
    try (var packets =
        PGPUtil.getDecoderStream(
            new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII)))) {
      return new PGPSecretKeyRing(packets, new BcKeyFingerprintCalculator());
    } catch (IOException | PGPException | RuntimeException e) {
      throw new InvalidField(
          "privateKey", "cannot be read as an OpenPGP private key; export it again, one key only");
    }
  }

  private static boolean opens(PGPSecretKey key, @Nullable String passphrase) {
    var decryptor =
        new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
            .build(passphrase == null ? new char[0] : passphrase.toCharArray());
    try {
      return key.extractPrivateKey(decryptor) != null;
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }
}
