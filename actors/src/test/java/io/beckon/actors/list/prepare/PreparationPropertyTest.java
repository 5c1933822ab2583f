package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes: the file is prepared, or refused in words; nothing else is thrown. */
class PreparationPropertyTest {
  private static final String CSV = "phone,name\n+12025550101,Ann\n+12025550102,\"B, C\"\n";
  private static final int SAMPLES = 150;

  @TempDir Path directory;

  @Test
  void damagedFilesAreReadOrRefused() {
    var random = new Random(11);
    byte[][] sound = {
      Made.gzip(Made.utf8(CSV)),
      Made.zip(Map.of("a.csv", Made.utf8(CSV))),
      Made.text(CSV, StandardCharsets.UTF_16LE),
      Made.xlsx(Made.sheetOf(CSV)),
      Made.xls(Made.sheetOf(CSV)),
      Encrypted.xlsx()
    };
    for (var file : sound) {
      for (int sample = 0; sample < SAMPLES; sample++) {
        assertReadOrRefused(damaged(file, random));
      }
    }
  }

  @Test
  void damagedXmlIsReadOrRefused() {
    var random = new Random(12);
    for (int sample = 0; sample < 2 * SAMPLES; sample++) {
      var parts = Workbooks.parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>");
      var names = parts.keySet().stream().filter(name -> !name.startsWith("[")).toList();
      var name = names.get(random.nextInt(names.size()));
      parts.compute(name, (n, part) -> damaged(part, random));
      assertReadOrRefused(Made.zip(parts));
    }
  }

  @Test
  void anyBytesBehindAnyBeginningAreReadOrRefused() {
    var random = new Random(13);
    int[][] beginnings = {
      {0x1F, 0x8B, 8},
      {'P', 'K', 3, 4},
      {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1},
      {0xFF, 0xFE},
      {0xFE, 0xFF},
      {}
    };
    for (int sample = 0; sample < SAMPLES; sample++) {
      var beginning = beginnings[random.nextInt(beginnings.length)];
      var file = new byte[beginning.length + random.nextInt(5_000)];
      random.nextBytes(file);
      for (int i = 0; i < beginning.length; i++) {
        file[i] = (byte) beginning[i];
      }
      assertReadOrRefused(file);
    }
  }

  private void assertReadOrRefused(byte[] file) {
    var room = new Workroom(directory);
    try {
      assertThat(room.prepare(file).isPlain()).isEqualTo(!room.prepared().toFile().exists());
    } catch (BadFileException e) {
      assertThat(e.error().code()).matches("[A-Z0-9_]+");
      assertThat(e.error().detail()).endsWith(".").doesNotContain("\n");
      assertThat(e.error().remedy()).endsWith(".");
    }
  }

  private static byte[] damaged(byte[] sound, Random random) {
    var file = sound.clone();
    for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
      int at = random.nextInt(file.length);
      switch (random.nextInt(3)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) random.nextInt(256);
        default -> {
          int length = Math.min(random.nextInt(40), file.length - at);
          System.arraycopy(file, random.nextInt(file.length - length + 1), file, at, length);
        }
      }
    }
    return file;
  }
}
