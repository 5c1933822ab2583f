package io.beckon.persistence.registry;

import io.beckon.protocol.registry.RegistryLine;
import io.beckon.protocol.registry.RegistryVersion.Problem;
import java.io.IOException;
import java.nio.file.Path;

/** Sorts what a registry's file says into files of numbers: who is added, and who is removed. */
final class LoadedNumbers {
  private final String country;
  private final long tolerate;
  private final Progress progress;
  private long unreadable;
  private long lines;

  /** Is told now and then how far it is. */
  interface Progress {
    void at(long lines, long unreadable);
  }

  /** What is wrong with the file. */
  static final class BadFileException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    BadFileException(Problem problem) {
      super(problem.code());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  LoadedNumbers(String country, long tolerate, Progress progress) {
    this.country = country;
    this.tolerate = tolerate;
    this.progress = progress;
  }

  /** What the file says; who came and went in one file stays registered. */
  record Sorted(NumberSet added, NumberSet removed, Path addedFile) {}

  /**
   * @param folder of this load alone
   * @param delta whether lines may remove
   */
  Sorted sort(Path file, Path folder, boolean delta) throws IOException {
    Path added = folder.resolve("added");
    Path removed = folder.resolve("removed");
    try (var plus = new NumberSorter(folder);
        var minus = delta ? new NumberSorter(folder, 1 << 20) : new NumberSorter(folder, 1);
        var from = new RegistryFile(file, country)) {
      from.read((line, number, removes) -> take(line, number, removes && delta ? minus : plus));
      progress.at(lines, unreadable);
      write(plus, added);
      write(minus, removed);
    }
    return new Sorted(NumberSet.map(added), NumberSet.map(removed), added);
  }

  private void take(long line, long number, NumberSorter into) throws IOException {
    lines++;
    if (number == RegistryLine.UNREADABLE) {
      refuse(line);
    } else {
      into.add(number);
    }
    if (lines % 100_000 == 0) {
      progress.at(lines, unreadable);
    }
  }

  private void refuse(long line) throws BadFileException {
    if (++unreadable > tolerate) {
      progress.at(lines, unreadable);
      throw new BadFileException(
          new Problem(
              "UNREADABLE_LINE",
              "Line " + line + " holds no phone number of " + country + ".",
              "Mend the line, or load the file with a greater tolerate (it was "
                  + tolerate
                  + "); what was in force still is."));
    }
  }

  private static void write(NumberSorter from, Path file) throws IOException {
    try (var writer = new NumberSetWriter(file)) {
      from.drainTo(writer::add);
      writer.finish();
    }
  }
}
