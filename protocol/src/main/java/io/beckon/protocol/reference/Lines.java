package io.beckon.protocol.reference;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines that say something, with their numbers; of a line without end only the beginning. */
final class Lines {
  private static final int LONGEST = 1_000;

  private final Reader file;
  private int number;

  Lines(Reader file) {
    this.file = file;
  }

  /** Of the line that was read last, from 1. */
  int number() {
    return number;
  }

  @Nullable String next() throws IOException {
    while (true) {
      var line = read();
      if (line == null) {
        return null;
      }
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        return line;
      }
    }
  }

  private @Nullable String read() throws IOException {
    var line = new StringBuilder();
    for (int c = file.read(); c >= 0; c = file.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r' && line.length() < LONGEST) {
        line.append((char) c);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
