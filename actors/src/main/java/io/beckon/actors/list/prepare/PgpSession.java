package io.beckon.actors.list.prepare;

import io.beckon.protocol.pgp.PgpSecret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/**
 * An encrypted message for which a key was found.
 *
 * @param clear what it says, not verified before {@link #verify}
 */
record PgpSession(PGPPublicKeyEncryptedData data, InputStream clear) {
  private static final long ANYBODY = 0;

  private record Held(PGPSecretKey key, PgpSecret secret) {}

  static PgpSession of(PGPEncryptedDataList list, List<PgpSecret> secrets)
      throws PGPException, IOException {
    List<PGPPublicKeyEncryptedData> recipients = new ArrayList<>();
    list.forEach(
        data -> {
          if (data instanceof PGPPublicKeyEncryptedData one) {
            recipients.add(one);
          }
        });
    if (recipients.isEmpty()) {
      throw Refusals.passphraseOnly();
    }
    if (secrets.isEmpty()) {
      throw Refusals.noPgpKey();
    }
    List<Held> keys = new ArrayList<>();
    for (var secret : secrets) {
      keys(secret).forEach(key -> keys.add(new Held(key, secret)));
    }
    for (var recipient : recipients) {
      var session = session(recipient, keys);
      if (session.isPresent()) {
        return opened(recipient, session.get());
      }
    }
    throw Refusals.unknownPgpKey(
        recipients.stream().map(r -> "%016X".formatted(r.getKeyID())).distinct().toList());
  }

  private static PgpSession opened(PGPPublicKeyEncryptedData data, PGPSessionKey session)
      throws PGPException {
    if (!data.isIntegrityProtected() && !data.isAEAD()) {
      throw Refusals.badPgp("it has no integrity protection, so anybody could have changed it");
    }
    return new PgpSession(data, data.getDataStream(new BcSessionKeyDataDecryptorFactory(session)));
  }

  /** Reads to the end; every chunk of AEAD was verified as it was read, the last one is there. */
  void verify() throws IOException, PGPException {
    var rest = new byte[1 << 13];
    while (clear.read(rest) >= 0) {
      continue;
    }
    if (!data.isAEAD() && !data.verify()) {
      throw Refusals.badPgp("its integrity check fails: it was changed or cut off");
    }
  }

  private static Optional<PGPSessionKey> session(
      PGPPublicKeyEncryptedData recipient, List<Held> keys) {
    return keys.stream()
        .filter(
            held ->
                recipient.getKeyID() == ANYBODY && held.key().getPublicKey().isEncryptionKey()
                    || held.key().getKeyID() == recipient.getKeyID())
        .map(held -> session(recipient, held))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** None when the message is for another key after all, as those without a key id may be. */
  private static Optional<PGPSessionKey> session(PGPPublicKeyEncryptedData recipient, Held held) {
    try {
      var passphrase = held.secret().passphrase();
      var decryptor =
          new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
              .build(passphrase == null ? new char[0] : passphrase.toCharArray());
      var key = held.key().extractPrivateKey(decryptor);
      return key == null
          ? Optional.empty()
          : Optional.of(recipient.getSessionKey(new BcPublicKeyDataDecryptorFactory(key)));
    } catch (PGPException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<PGPSecretKey> keys(PgpSecret secret) throws IOException, PGPException {
    List<PGPSecretKey> keys = new ArrayList<>();
    try (var packets =
        PGPUtil.getDecoderStream(
            new ByteArrayInputStream(secret.armored().getBytes(StandardCharsets.US_ASCII)))) {
      new PGPSecretKeyRing(packets, new BcKeyFingerprintCalculator()).forEach(keys::add);
    }
    return keys;
  }
}
