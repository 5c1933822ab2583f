package io.beckon.bench.chaos;

import io.beckon.bench.chaos.Evidence.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the carrier's calls.csv. */
final class CallsFile {
  private static final String HEADER = "placedAt,number,group,attempt,node";

  private CallsFile() {}

  static List<Call> read(Path file, String group) throws IOException {
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] f = line.split(",", -1);
      if (!line.equals(HEADER) && f.length == 5 && f[2].equals(group)) {
        calls.add(new Call(Instant.parse(f[0]), f[1], f[2], f[3], f[4]));
      }
    }
    return calls;
  }
}
