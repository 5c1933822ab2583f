package io.beckon.persistence.registry;

import io.beckon.protocol.registry.RegistryLine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a registry's file line by line, packed or not, however long a line is. */
final class RegistryFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 256;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final InputStream in;
  private final RegistryLine reader;
  private final byte[] line = new byte[LONGEST];
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private long lines;

  /** Takes what a line says. */
  interface Taker {
    /**
     * @param number {@link RegistryLine#UNREADABLE} when there is none
     */
    void take(long line, long number, boolean removed) throws IOException;
  }

  RegistryFile(Path file, String country) throws IOException {
    this.in = unpacked(file);
    this.reader = new RegistryLine(country);
  }

  private static InputStream unpacked(Path file) throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    raw.mark(2);
    int magic = raw.read() << 8 | raw.read();
    raw.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER) : raw;
  }

  /** Blank lines and a header are no lines of data. */
  void read(Taker taker) throws IOException {
    for (String text = next(); text != null; text = next()) {
      lines++;
      if (text.isBlank() || lines == 1 && RegistryLine.isHeader(text)) {
        continue;
      }
      taker.take(lines, reader.number(text), RegistryLine.removes(text));
    }
  }

  /** What is longer than any number is cut off there, and read as none. */
  private @Nullable String next() throws IOException {
    int length = 0;
    boolean any = false;
    for (int b = nextByte(); b >= 0; b = nextByte()) {
      any = true;
      if (b == '\n') {
        break;
      }
      if (b != '\r' && length < LONGEST) {
        line[length++] = (byte) b;
      }
    }
    return any ? new String(line, 0, length, StandardCharsets.ISO_8859_1) : null;
  }

  private int nextByte() throws IOException {
    if (at == filled) {
      filled = in.read(buffer);
      at = 0;
      if (filled < 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
