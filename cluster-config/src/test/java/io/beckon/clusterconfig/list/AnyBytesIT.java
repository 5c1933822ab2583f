package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.MappedColumn;
import io.beckon.protocol.list.MappingLayout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Any bytes, in every mode, with any delimiter, charset and layout, for contacts and suppression:
 * each row counted once, or the file refused for a reason.
 */
class AnyBytesIT {
  private static final ListWorld world = new ListWorld();
  private static final int SAMPLES = Integer.getInteger("beckon.test.samples", 64);
  private static final List<String> CHARSETS =
      List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-32BE", "IBM037", "Shift_JIS", "GB18030");
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", " ", "\u0001", "|", "#");
  private static final String COMMON = "\"\"\n\n\r25550101+@.ae  ";

  /** Why whole files are refused: of those with a device column and text in its first bytes. */
  private static final Set<String> REFUSALS =
      Set.of("BINARY_FILE", "EMPTY_FILE", "BAD_HEADER", "NO_DEVICE_COLUMN", "TOO_MANY_COLUMNS");

  private final long seed = Long.getLong("beckon.test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void countsAddUpForAnyBytesHoweverTheyAreRead() {
    long rows = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      rows += counted(sample);
    }
    assertThat(rows).as("rows read, -Dbeckon.test.seed=" + seed).isGreaterThan(20L * SAMPLES);
  }

  /** Loads some bytes, twice into the same list now and then. */
  private long counted(int sample) {
    boolean suppression = sample % 3 == 0;
    var list =
        suppression
            ? world.suppressionList("bytes" + sample, "DEVICE")
            : world.list("bytes" + sample);
    long rows = 0;
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      rows += counted(list, sample);
    }
    return rows;
  }

  private long counted(ListRef list, int sample) {
    var charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    boolean fixed = random.nextInt(4) == 0;
    var delimiter = fixed ? null : DELIMITERS.get(random.nextInt(DELIMITERS.size()));
    var options = options(list.kind(), charset, delimiter);
    var view = world.load(list, file(charset, delimiter), options);
    var as = "sample %d, %s, -Dbeckon.test.seed=%d".formatted(sample, options, seed);
    if (view.state() == ImportState.FAILED) {
      assertThat(view.error()).as(as).isNotNull();
      assertThat(view.error().code()).as(as).isIn(REFUSALS);
      return 0;
    }
    assertThat(view.state()).as(as).isEqualTo(ImportState.COMPLETED);
    assertThat(
            view.accepted()
                + view.updated()
                + view.duplicates()
                + view.filtered()
                + view.rejected())
        .as(as)
        .isEqualTo(view.rowsRead());
    assertThat(world.issues(view, false)).as(as).hasSize((int) view.rejected());
    return view.rowsRead();
  }

  private ImportOptions options(ImportKind kind, String charset, @Nullable String delimiter) {
    var mapping = delimiter == null ? fixed(kind) : null;
    boolean contacts = kind == ImportKind.CONTACTS;
    var modes =
        contacts ? ImportMode.values() : new ImportMode[] {ImportMode.APPEND, ImportMode.REPLACE};
    var mode = modes[random.nextInt(modes.length)];
    var dedupe = contacts ? Dedupe.values()[random.nextInt(Dedupe.values().length)] : null;
    return new ImportOptions(
        null, charset, delimiter, null, dedupe, mode, null, null, null, mapping);
  }

  private static DataMapping fixed(ImportKind kind) {
    var columns =
        kind == ImportKind.CONTACTS
            ? List.of(MappedColumn.fixed("clientId", 1, 3), MappedColumn.fixed("device1", 4, 12))
            : List.of(MappedColumn.fixed("device1", 4, 12));
    return new DataMapping(
        "fixed", kind, MappingLayout.FIXED, null, null, null, null, null, null, columns, null);
  }

  /** A header, then characters that records are made of, a third of the time any bytes at all. */
  private byte[] file(String name, @Nullable String delimiter) {
    var charset = Charset.forName(name);
    var between = delimiter == null ? " " : delimiter;
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(String.join(between, "phone", "email", "clientid\n").getBytes(charset));
    boolean wild = random.nextInt(3) == 0;
    for (int row = random.nextInt(120); row > 0; row--) {
      bytes.writeBytes((random.nextInt(200) + between).getBytes(charset));
      bytes.writeBytes(number().getBytes(charset));
      bytes.writeBytes(text(between).getBytes(charset));
      if (wild) {
        var any = new byte[random.nextInt(12)];
        random.nextBytes(any);
        bytes.writeBytes(any);
      }
      bytes.writeBytes("\r\n".getBytes(charset));
    }
    return bytes.toByteArray();
  }

  private String number() {
    return random.nextBoolean() ? "202555010" + random.nextInt(10) : "";
  }

  private String text(String delimiter) {
    var alphabet = COMMON + delimiter + delimiter;
    var text = new StringBuilder();
    for (int n = random.nextInt(30); n > 0; n--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
