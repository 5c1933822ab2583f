package io.beckon.bench.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a file as customers send them: two devices and ten fields a row, numbers written in many
 * ways and of several countries, quotes and line breaks in notes; of a hundred rows two cannot be
 * used and one is there already.
 */
final class MessyFile {
  private static final String HEADER =
      "Client ID;First Name;Last Name;Company;Home Phone;Mobile;Zip;State;Balance;Due;Segment;Note\r\n";
  private static final String[] FIRST = {"Ann", "Bob", "Carla", "Dmitri", "Eve", "Fátima", "Gus"};
  private static final String[] LAST = {"Lee", "Miller", "Núñez", "O'Hara", "Schmidt", "Wu"};
  private static final String[] NOTES = {
    "", "call after 5", "\"said \"\"later\"\"\"", "\"two\r\nlines\"", "prefers; e-mail", "ok"
  };
  private static final int[] AREAS = {202, 212, 213, 305, 312, 404, 415, 512, 602, 617, 702, 919};

  private final Random random;
  private long rejected;
  private long duplicates;

  private MessyFile(long seed) {
    this.random = new Random(seed);
  }

  static Expected write(Path file, int rows, long seed) throws IOException {
    var messy = new MessyFile(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < rows; i++) {
        out.write(messy.row(i));
      }
    }
    long accepted = rows - messy.rejected - messy.duplicates;
    return new Expected(accepted, messy.rejected, messy.duplicates);
  }

  private String row(int i) {
    int kind = i % 100;
    String home = written(number(i, 0));
    String mobile = foreign(i) ? "+44 7400 %06d".formatted(i % 1_000_000) : written(number(i, 1));
    if (kind == 17 || kind == 71) {
      rejected++;
      home = kind == 17 ? "n/a" : "555-01";
      mobile = "";
    } else if (kind == 50) {
      duplicates++;
      home = written(number(i - 1, 0));
      mobile = "";
    } else if (kind % 10 == 3) {
      mobile = "";
    }
    return String.join(
        ";",
        "C" + i,
        FIRST[random.nextInt(FIRST.length)],
        LAST[random.nextInt(LAST.length)],
        "Acme & Sons " + random.nextInt(1000),
        home,
        mobile,
        Integer.toString(10_000 + random.nextInt(89_999)),
        "NY",
        random.nextInt(10_000) + "." + random.nextInt(10),
        "2026-0" + (1 + random.nextInt(9)) + "-15",
        "segment " + (char) ('A' + random.nextInt(26)),
        NOTES[random.nextInt(NOTES.length)].replace(";", ",") + "\r\n");
  }

  /** A tenth of the first million of rows has a mobile of another country. */
  private static boolean foreign(int i) {
    return i < 1_000_000 && i % 10 == 7;
  }

  /** Another number for every row and device, all over the area codes. */
  private static String number(int i, int device) {
    long n = (i * 2L + device) / AREAS.length * 3_000_017L % 7_000_000L;
    return Integer.toString(AREAS[(int) ((i * 2L + device) % AREAS.length)]) + (2_000_000 + n);
  }

  private String written(String number) {
    String area = number.substring(0, 3);
    String exchange = number.substring(3, 6);
    String line = number.substring(6);
    return switch (random.nextInt(5)) {
      case 0 -> "(" + area + ") " + exchange + "-" + line;
      case 1 -> area + "." + exchange + "." + line;
      case 2 -> "+1" + number;
      case 3 -> "1-" + area + "-" + exchange + "-" + line;
      default -> number;
    };
  }
}
