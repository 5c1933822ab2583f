package io.beckon.actors.list.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpPair;
import io.beckon.protocol.tenant.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GnuPG writes is read, and the other way round. */
class GnuPgTest {
  private static final byte[] CSV = "phone,name\n+12125550100,Ann\n".repeat(4_000).getBytes(UTF_8);
  private static final TenantId TENANT = new TenantId("acme");
  private static final ActorTestKit kit = ActorTestKit.create();

  /** GnuPG looks at its own clock. */
  private final PgpWorkshop workshop = new PgpWorkshop(Runnable::run, Clock.systemUTC());

  @TempDir Path directory;
  private GnuPg gpg;

  @BeforeEach
  void gnupg() throws Exception {
    assumeTrue(GnuPg.isThere(), "GnuPG is not there; Debian has it in the package gpg");
    gpg = GnuPg.at(directory);
  }

  @AfterEach
  void end() throws Exception {
    if (gpg != null) {
      gpg.close();
    }
  }

  @AfterAll
  static void down() {
    kit.shutdownTestKit();
  }

  private PgpPair pair(NewPgpKey key) {
    return workshop.pair(TENANT, key).toCompletableFuture().join();
  }

  @Test
  void encryptsToAKeyThatWasMadeHere() throws Exception {
    var key = pair(NewPgpKey.MADE_HERE);
    var room = new Workroom(directory);
    for (var options : List.of(new String[0], new String[] {"--armor"}, hidden())) {
      var file = gpg.encrypt(CSV, key.certificate().armored(), options);
      assertThat(room.prepare(file, key.secret()).wrapper()).isEqualTo(FileWrapper.PGP);
      assertThat(room.bytes()).isEqualTo(CSV);
    }
    assertThat(gpg.fingerprint()).isEqualTo(key.certificate().fingerprint());
  }

  private static String[] hidden() {
    return new String[] {"--throw-keyids", "--compress-algo", "none"};
  }

  @ParameterizedTest
  @CsvSource({"rsa3072, default", "ed25519, sign"})
  void itsOwnKeysAreBroughtAlongAndItsSignaturesPassedOver(String algorithm, String usage)
      throws Exception {
    gpg.generate(algorithm, usage.equals("default") ? "encr,sign,cert" : usage);
    var armored = gpg.privateKey();
    var key = pair(new NewPgpKey(null, armored, GnuPg.passphrase()));
    assertThat(key.certificate().fingerprint()).isEqualTo(gpg.fingerprint());
    assertThat(key.certificate().userId()).isEqualTo("Gina <gina@example.org>");
    var signed =
        gpg.encrypt(CSV, gpg.publicKey(), "--passphrase", GnuPg.passphrase(), "--sign", "--armor");
    var room = new Workroom(directory);
    room.prepare(signed, key.secret());
    assertThat(room.bytes()).isEqualTo(CSV);
    assertThatThrownBy(() -> pair(new NewPgpKey(null, armored, "wrong")))
        .hasRootCauseInstanceOf(InvalidField.class)
        .hasMessageContaining("passphrase does not open");
  }

  @ParameterizedTest
  @CsvSource({"rsa3072, default", "ed25519, sign"})
  void readsWhatWasEncryptedToIt(String algorithm, String usage) throws Exception {
    gpg.generate(algorithm, usage.equals("default") ? "encr,sign,cert" : usage);
    var recipient = workshop.certificate(gpg.publicKey()).toCompletableFuture().join();
    var sealed =
        Source.from(IntStream.range(0, 300).boxed().toList())
            .map(i -> ByteString.fromArray(CSV))
            .via(workshop.sealing(recipient.armored(), "list.csv"))
            .runWith(Sink.fold(ByteString.emptyByteString(), ByteString::concat), kit.system())
            .toCompletableFuture()
            .get(60, TimeUnit.SECONDS);
    assertThat(gpg.decrypt(sealed.toArray())).hasSize(300 * CSV.length);
  }

  @Test
  void refusesWhatIsNoKeyToEncryptTo() throws Exception {
    gpg.generate("ed25519", "sign");
    var secret = gpg.privateKey();
    assertThatThrownBy(() -> workshop.certificate(secret).toCompletableFuture().join())
        .hasMessageContaining("must be an ASCII-armored public key");
    assertThatThrownBy(
            () ->
                workshop
                    .certificate("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n")
                    .toCompletableFuture()
                    .join())
        .hasMessageContaining("cannot be read");
  }
}
