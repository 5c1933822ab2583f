package io.beckon.actors.pgp;

import akka.japi.Pair;
import akka.util.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/**
 * An OpenPGP message as it is written: AES-256 with a modification detection code, which every
 * GnuPG from 2.0 on reads. What has been encrypted so far is taken out piece by piece.
 */
final class Sealed {
  /** Of a partial packet; a power of two. */
  private static final int PIECE = 1 << 16;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final OutputStream encrypted;
  private final OutputStream literal;

  private Sealed(PGPPublicKey key, String fileName, Date now) throws IOException, PGPException {
    var generator =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom()));
    generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
    this.encrypted = generator.open(written, new byte[PIECE]);
    this.literal =
        new PGPLiteralDataGenerator()
            .open(encrypted, PGPLiteralDataGenerator.BINARY, fileName, now, new byte[PIECE]);
  }

  static Sealed to(PGPPublicKey key, String fileName, Date now) {
    try {
      return new Sealed(key, fileName, now);
    } catch (IOException | PGPException e) {
      throw new IllegalStateException("cannot encrypt to the recipient's key", e);
    }
  }

  Pair<Sealed, ByteString> next(ByteString bytes) {
    try {
      literal.write(bytes.toArrayUnsafe());
      return Pair.create(this, taken());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  ByteString end() {
    try {
      literal.close();
      encrypted.close();
      return taken();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ByteString taken() {
    var bytes = ByteString.fromArrayUnsafe(written.toByteArray());
    written.reset();
    return bytes;
  }
}
