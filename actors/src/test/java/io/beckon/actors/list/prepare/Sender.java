package io.beckon.actors.list.prepare;

import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpPair;
import io.beckon.protocol.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Whoever sends encrypted files, in all the ways there are. */
record Sender(boolean armored, int compression, Protection protection) {
  static final Sender USUAL = new Sender(false, 0, Protection.MDC);
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** How changes are noticed. */
  enum Protection {
    MDC,
    NONE,
    GNUPG_OCB,
    SEIPD_V2
  }

  /** A key as a tenant makes it. */
  static PgpPair key() {
    return new PgpWorkshop(Runnable::run, Clock.fixed(NOW, ZoneOffset.UTC))
        .pair(new TenantId("acme"), NewPgpKey.MADE_HERE)
        .toCompletableFuture()
        .join();
  }

  byte[] encrypt(byte[] file, PgpPair to) {
    try {
      var method = new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey(to));
      var encryptor = encryptor();
      var generator = new PGPEncryptedDataGenerator(encryptor);
      generator.addMethod(method);
      return message(file, generator);
    } catch (PGPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] withPassphrase(byte[] file) {
    try {
      var generator = new PGPEncryptedDataGenerator(encryptor());
      generator.addMethod(new BcPBEKeyEncryptionMethodGenerator("secret".toCharArray()));
      return message(file, generator);
    } catch (PGPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private BcPGPDataEncryptorBuilder encryptor() {
    var encryptor = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256);
    switch (protection) {
      case MDC -> encryptor.setWithIntegrityPacket(true);
      case NONE -> encryptor.setWithIntegrityPacket(false);
      case GNUPG_OCB -> encryptor.setWithAEAD(AEADAlgorithmTags.OCB, 10).setUseV5AEAD();
      case SEIPD_V2 -> encryptor.setWithAEAD(AEADAlgorithmTags.OCB, 10).setUseV6AEAD();
    }
    return encryptor;
  }

  private byte[] message(byte[] file, PGPEncryptedDataGenerator generator)
      throws IOException, PGPException {
    var bytes = new ByteArrayOutputStream();
    OutputStream out = armored ? ArmoredOutputStream.builder().clearHeaders().build(bytes) : bytes;
    try (var encrypted = generator.open(out, new byte[1 << 12])) {
      if (compression == 0) {
        literal(file, encrypted);
      } else {
        try (var packed =
            new PGPCompressedDataGenerator(compression).open(encrypted, new byte[1 << 12])) {
          literal(file, packed);
        }
      }
    }
    out.close();
    return bytes.toByteArray();
  }

  private static void literal(byte[] file, OutputStream out) throws IOException {
    try (var literal =
        new PGPLiteralDataGenerator()
            .open(out, 'b', "list.csv", Date.from(NOW), new byte[1 << 12])) {
      literal.write(file);
    }
  }

  private static PGPPublicKey encryptionKey(PgpPair to) throws IOException {
    return new OpenPGPKeyReader()
        .parseCertificate(to.certificate().armored())
        .getEncryptionKeys(Date.from(NOW))
        .get(0)
        .getPGPPublicKey();
  }
}
