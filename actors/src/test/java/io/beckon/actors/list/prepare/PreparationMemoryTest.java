package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationMemoryTest {
  private static final int ROWS = 200_000;
  private static final int COLUMNS = 3;

  /** The texts alone are twice that as Java holds them. */
  private static final String HEAP = "-Xmx32m";

  @TempDir Path directory;

  /** A JVM that is too small to hold the workbook's texts prepares it. */
  public static final class Prepares {
    private Prepares() {}

    public static void main(String[] args) throws IOException {
      var places = new Preparation.Places(Path.of(args[1]), Path.of(args[2]));
      var taken =
          new Preparation(Path.of(args[0]), places, null, 20L << 30, List::of, bytes -> {}).run();
      System.out.println(taken);
    }
  }

  @Test
  void twoHundredThousandRowsNeedNoMoreMemoryThanTwo() throws Exception {
    var workbook = directory.resolve("large.xlsx");
    Workbooks.large(workbook, ROWS, COLUMNS);
    var prepared = directory.resolve("prepared");
    var output = directory.resolve("output");
    SmallJvm.run(HEAP, output, Prepares.class, workbook, prepared, directory.resolve("workplace"));
    try (var lines = Files.lines(prepared)) {
      assertThat(lines.skip(ROWS - 1).toList())
          .containsExactly(
              String.join(
                  ",",
                  Workbooks.textAt(ROWS * COLUMNS - 3),
                  Workbooks.textAt(ROWS * COLUMNS - 2),
                  Workbooks.textAt(ROWS * COLUMNS - 1)));
    }
  }
}
