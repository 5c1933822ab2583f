package io.beckon.persistence.compliance;

import io.beckon.persistence.SecretBox;
import io.beckon.protocol.compliance.Evidence.PublicKey;
import io.beckon.protocol.compliance.Evidence.Signed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installation's Ed25519 keys. Only those count whose private half was kept under this
 * installation's secret: whoever can write to the database alone cannot sign, nor bring a key.
 */
public final class EvidenceKeys {
  private static final Logger log = LoggerFactory.getLogger(EvidenceKeys.class);
  private static final String ALGORITHM = "Ed25519";

  private final SecretBox box;
  private final Clock clock;

  private record Stored(String id, byte[] publicKey, byte[] secret) {}

  private record Own(String id, java.security.PublicKey publicKey, PrivateKey privateKey) {}

  public EvidenceKeys(SecretBox box, Clock clock) {
    this.box = box;
    this.clock = clock;
  }

  /** Signs with the newest key; makes the first. */
  Signed sign(Handle handle, String statement) {
    Own key = own(handle).orElseGet(() -> made(handle));
    return new Signed(
        statement,
        Base64.getEncoder().encodeToString(signature(key.privateKey(), statement)),
        key.id());
  }

  /** Whether one of this installation's keys has signed it. */
  boolean isOurs(Handle handle, Signed signed) {
    return stored(handle).stream()
        .filter(key -> key.id().equals(signed.keyId()))
        .flatMap(key -> opened(key).stream())
        .anyMatch(key -> verifies(key.publicKey(), signed));
  }

  List<PublicKey> published(Handle handle) {
    if (own(handle).isEmpty()) {
      made(handle);
    }
    return stored(handle).stream()
        .flatMap(key -> opened(key).stream())
        .map(key -> new PublicKey(key.id(), ALGORITHM, pem(key.publicKey().getEncoded())))
        .toList();
  }

  private static String pem(byte[] key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PUBLIC KEY-----\n";
  }

  private Optional<Own> own(Handle handle) {
    return stored(handle).stream().flatMap(key -> opened(key).stream()).findFirst();
  }

  private static List<Stored> stored(Handle handle) {
    return handle
        .createQuery("SELECT key_id, public_key, secret FROM evidence_key ORDER BY created_at DESC")
        .map((row, ctx) -> new Stored(row.getString(1), row.getBytes(2), row.getBytes(3)))
        .list();
  }

  /** Empty when it was not kept under our secret, or its halves do not belong together. */
  private Optional<Own> opened(Stored stored) {
    try {
      var factory = KeyFactory.getInstance(ALGORITHM);
      var secret = Base64.getDecoder().decode(box.open(stored.secret()));
      var key =
          new Own(
              stored.id(),
              factory.generatePublic(new X509EncodedKeySpec(stored.publicKey())),
              factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
      var probe = Base64.getEncoder().encodeToString(signature(key.privateKey(), stored.id()));
      return verifies(key.publicKey(), new Signed(stored.id(), probe, stored.id()))
          ? Optional.of(key)
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalStateException e) {
      log.warn("evidence-key={} opened=no cause=\"{}\"", stored.id(), e.toString());
      return Optional.empty();
    }
  }

  private Own made(Handle handle) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] published = pair.getPublic().getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(published);
      String id = HexFormat.of().formatHex(digest, 0, 8);
      handle
          .createUpdate("INSERT INTO evidence_key VALUES (:id, :key, :secret, :now)")
          .bind("id", id)
          .bind("key", published)
          .bind(
              "secret",
              box.lock(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())))
          .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
          .execute();
      return new Own(id, pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signature(PrivateKey key, String statement) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(statement.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean verifies(java.security.PublicKey key, Signed signed) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(signed.statement().getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(signed.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // not even a signature
    }
  }
}
