package io.beckon.actors.pgp;

import akka.NotUsed;
import akka.stream.javadsl.Flow;
import akka.util.ByteString;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpCertificate;
import io.beckon.protocol.pgp.PgpKeyMaking;
import io.beckon.protocol.pgp.PgpPair;
import io.beckon.protocol.pgp.PgpSealing;
import io.beckon.protocol.pgp.PgpSecret;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bouncycastle.openpgp.PGPException;

/** Makes keys, reads them, and encrypts to them, with Bouncy Castle. */
public final class PgpWorkshop implements PgpKeyMaking, PgpSealing {
  private final Executor blocking;
  private final Clock clock;

  /**
   * @param blocking may take a second or two: primes are looked for
   */
  public PgpWorkshop(Executor blocking, Clock clock) {
    this.blocking = blocking;
    this.clock = clock;
  }

  @Override
  public CompletionStage<PgpPair> pair(TenantId tenant, NewPgpKey key) {
    return CompletableFuture.supplyAsync(
        () -> key.privateKey() == null ? made(tenant, key) : brought(key), blocking);
  }

  @Override
  public CompletionStage<PgpCertificate> certificate(String publicKey) {
    return CompletableFuture.supplyAsync(
        () -> {
          var certificate = Certificates.read("publicKey", publicKey);
          if (Certificates.encryptionKey(certificate, now()).isEmpty()) {
            throw new InvalidField(
                "publicKey",
                "has no valid key to encrypt to; was "
                    + Certificates.fingerprint(certificate)
                    + ": ask for one that has neither expired nor been revoked");
          }
          return Certificates.shown(certificate);
        },
        blocking);
  }

  @Override
  public Flow<ByteString, ByteString, NotUsed> sealing(String armored, String fileName) {
    var certificate = Certificates.read("publicKey", armored);
    var key =
        Certificates.encryptionKey(certificate, now())
            .orElseThrow(() -> new RefusedException(unusable(certificate)));
    return Flow.of(ByteString.class)
        .statefulMap(
            () -> Sealed.to(key, fileName, now()),
            (message, bytes) -> message.next(bytes),
            message -> Optional.of(message.end()))
        .filterNot(ByteString::isEmpty);
  }

  private static Refusal unusable(org.bouncycastle.openpgp.api.OpenPGPCertificate certificate) {
    return Refusal.conflict(
        "PGP_KEY_EXPIRED",
        "Nothing can be encrypted to the key "
            + Certificates.fingerprint(certificate)
            + " any more: it has expired or was revoked.",
        "Ask the recipient for the new public key and change the recipient.");
  }

  private PgpPair made(TenantId tenant, NewPgpKey key) {
    try {
      var userId = key.userId() == null ? "Beckon " + tenant.value() : key.userId();
      var ring = MadeKey.of(userId, now());
      var secret = Certificates.armored(ring.getEncoded());
      var certificate = Certificates.armored(ring.toCertificate().getEncoded());
      return new PgpPair(
          Certificates.shown(Certificates.read("publicKey", certificate)),
          new PgpSecret(secret, null));
    } catch (PGPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PgpPair brought(NewPgpKey key) {
    var armored = String.valueOf(key.privateKey());
    var ring = BroughtKey.opened(armored, key.passphrase());
    return new PgpPair(BroughtKey.certificate(ring), new PgpSecret(armored, key.passphrase()));
  }

  private Date now() {
    return Date.from(clock.instant());
  }
}
