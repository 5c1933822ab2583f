package io.beckon.bench.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a file of made-up contacts: one phone and eight fields a row, every number another. */
final class ContactFile {
  private static final String HEADER =
      "phone,client id,first name,last name,company,postal code,state,Other1,Other2\n";
  private static final String[] AREAS = {
    "202", "212", "213", "305", "312", "404", "415", "512", "602", "617", "702", "713", "850", "919"
  };
  private static final String[] FIRST = {"Ann", "Bob", "Carla", "Dmitri", "Eve", "Fátima", "Gus"};
  private static final String[] LAST = {"Lee", "Miller", "Núñez", "O'Hara", "Schmidt", "Wu"};
  private static final int LINES_PER_AREA = 7_000_000;

  private ContactFile() {}

  static Expected write(Path file, int rows, long seed) throws IOException {
    var random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < rows; i++) {
        out.write(row(i, random));
      }
    }
    return new Expected(rows, 0, 0);
  }

  private static String row(int i, Random random) {
    // A step that shares no factor with the lines of an area visits each of them once.
    long line = (i / AREAS.length * 3_000_017L) % LINES_PER_AREA;
    var number = AREAS[i % AREAS.length] + (2_000_000 + line);
    var phone =
        i % 3 == 0
            ? "("
                + number.substring(0, 3)
                + ") "
                + number.substring(3, 6)
                + "-"
                + number.substring(6)
            : i % 3 == 1 ? "+1" + number : number;
    return phone
        + ",C"
        + i
        + ','
        + FIRST[random.nextInt(FIRST.length)]
        + ','
        + LAST[random.nextInt(LAST.length)]
        + ",\"Acme, "
        + random.nextInt(1000)
        + "\","
        + (10_000 + random.nextInt(89_999))
        + ",NY,balance "
        + random.nextInt(10_000)
        + ",segment "
        + (char) ('A' + random.nextInt(26))
        + '\n';
  }
}
