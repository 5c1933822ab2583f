package io.beckon.actors.list.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beckon.actors.list.prepare.Sender.Protection;
import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.pgp.PgpPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PgpMessageTest {
  private static final PgpPair KEY = Sender.key();
  private static final PgpPair ANOTHER = Sender.key();
  private static final byte[] CSV = csv(5_000);

  @TempDir Path directory;
  private Workroom room;

  @BeforeEach
  void workroom() {
    room = new Workroom(directory);
  }

  private static byte[] csv(int rows) {
    var text = new StringBuilder("phone,name\n");
    var random = new Random(7);
    for (int i = 0; i < rows; i++) {
      text.append("+1212555").append("%04d".formatted(i)).append(',');
      text.append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  @ParameterizedTest
  @EnumSource(
      value = Protection.class,
      names = {"MDC", "GNUPG_OCB", "SEIPD_V2"})
  void readsWhateverIsProtected(Protection protection) {
    for (var compression :
        List.of(0, CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.BZIP2)) {
      for (boolean armored : new boolean[] {false, true}) {
        var file = new Sender(armored, compression, protection).encrypt(CSV, KEY);
        var taken = room.prepare(file, KEY.secret());
        assertThat(taken).isEqualTo(new Taken(FileKind.CSV, FileWrapper.PGP, null));
        assertThat(room.bytes()).isEqualTo(CSV);
      }
    }
  }

  @Test
  void takesFilesApartThatWerePackedBeforeTheyWereEncrypted() throws Exception {
    var gzip = room.prepare(Sender.USUAL.encrypt(Made.gzip(CSV), KEY), KEY.secret());
    assertThat(gzip).isEqualTo(new Taken(FileKind.CSV, FileWrapper.PGP, null));
    assertThat(room.bytes()).isEqualTo(CSV);
    var large = directory.resolve("book.xlsx");
    Workbooks.large(large, 20, 3);
    var book = room.prepare(Sender.USUAL.encrypt(Files.readAllBytes(large), KEY), KEY.secret());
    assertThat(book).isEqualTo(new Taken(FileKind.XLSX, FileWrapper.PGP, "UTF-8"));
    assertThat(room.text()).contains(Workbooks.textAt(59));
  }

  @Test
  void oldKeysStillDecrypt() {
    room.prepare(Sender.USUAL.encrypt(CSV, KEY), ANOTHER.secret(), KEY.secret());
    assertThat(room.bytes()).isEqualTo(CSV);
  }

  @Test
  void saysWhatKeyIsMissing() {
    var file = Sender.USUAL.encrypt(CSV, KEY);
    var none = catchThrowableOfType(BadFileException.class, () -> room.prepare(file));
    assertThat(none.error().code()).isEqualTo("PGP_NO_KEY");
    assertThat(none.error().remedy()).contains("POST /pgp-keys");
    var wrong =
        catchThrowableOfType(BadFileException.class, () -> room.prepare(file, ANOTHER.secret()));
    assertThat(wrong.error().code()).isEqualTo("PGP_KEY_UNKNOWN");
    assertThat(wrong.error().detail()).containsPattern("the key [0-9A-F]{16},");
    assertThat(room.prepared()).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(
      value = Protection.class,
      names = {"MDC", "GNUPG_OCB", "SEIPD_V2"})
  void noticesEveryChangeAndEveryCut(Protection protection) {
    var file = new Sender(false, 0, protection).encrypt(CSV, KEY);
    var random = new Random(11);
    for (int i = 0; i < 60; i++) {
      var changed = file.clone();
      int at = i == 0 ? file.length - 1 : 700 + random.nextInt(file.length - 700);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(refused(changed).error().code()).as("byte %d", at).isEqualTo("BAD_PGP");
      int length = i == 0 ? file.length - 1 : 700 + random.nextInt(file.length - 700);
      assertThat(refused(Arrays.copyOf(file, length)).error().code())
          .as("%d bytes", length)
          .isEqualTo("BAD_PGP");
      assertThat(room.prepared()).doesNotExist();
    }
  }

  @Test
  void refusesWhatAnybodyCouldHaveChanged() {
    var file = new Sender(false, 0, Protection.NONE).encrypt(CSV, KEY);
    assertThat(refused(file).error().code()).isEqualTo("BAD_PGP");
    assertThat(refused(file).error().detail()).contains("integrity protection");
  }

  @Test
  void refusesWhatIsEncryptedOtherwiseOrNotAtAll() {
    assertThat(refused(Sender.USUAL.withPassphrase(CSV)).error().code())
        .isEqualTo("PASSWORD_PROTECTED");
    var signed = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nphone\n";
    assertThat(refused(signed.getBytes(US_ASCII)).error().detail()).contains("SIGNED MESSAGE");
    assertThat(refused(KEY.certificate().armored().getBytes(US_ASCII)).error().code())
        .isEqualTo("BAD_PGP");
    var twice = Sender.USUAL.encrypt(Sender.USUAL.encrypt(CSV, KEY), KEY);
    assertThat(refused(twice).error().code()).isEqualTo("NESTED_ARCHIVE");
    assertThat(refused(Sender.USUAL.encrypt(new byte[0], KEY)).error().code())
        .isEqualTo("EMPTY_FILE");
  }

  @Test
  void refusesBombs() {
    var zeros = new byte[80 << 20];
    Arrays.fill(zeros, (byte) '0');
    var bomb = new Sender(false, CompressionAlgorithmTags.ZLIB, Protection.MDC).encrypt(zeros, KEY);
    assertThat(refused(bomb).error().code()).isEqualTo("ARCHIVE_BOMB");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x84, 0x85, 0x86, 0x8C, 0x8D, 0xC1, 0xC3})
  void textThatBeginsLikeAPacketStaysText(int first) {
    var text = ((char) first + "hnung;Telefon\nMüller;+4930123456\n").getBytes(ISO_8859_1);
    assertThat(room.prepare(text)).isEqualTo(Taken.PLAIN);
    assertThat(room.prepare(new byte[] {(byte) first})).isEqualTo(Taken.PLAIN);
  }

  @Test
  void aPreviewReadsItsBeginning() throws Exception {
    var staged = Files.write(directory.resolve("message"), Sender.USUAL.encrypt(CSV, KEY));
    var work = Files.createDirectory(directory.resolve("work"));
    var sampled = Sample.of(staged, work, null, () -> List.of(KEY.secret()));
    assertThat(sampled.taken().wrapper()).isEqualTo(FileWrapper.PGP);
    assertThat(sampled.whole()).isTrue();
    assertThat(Files.readAllBytes(sampled.file())).isEqualTo(CSV);
  }

  private BadFileException refused(byte[] file) {
    return catchThrowableOfType(BadFileException.class, () -> room.prepare(file, KEY.secret()));
  }
}
