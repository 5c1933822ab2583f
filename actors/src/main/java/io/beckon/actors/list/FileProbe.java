package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.ImportOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the bytes of a file are to be read, or why they cannot be: byte order mark, then
 * strict UTF-8 over the whole file, else Windows-1252. Reads the file once, in fixed memory.
 */
final class FileProbe {
  private static final int HEAD = 64 * 1024;
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** How files begin that people take for text. */
  private record Magic(String what, int... bytes) {
    boolean begins(byte[] head) {
      for (int i = 0; i < bytes.length; i++) {
        if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Magic> BINARY =
      List.of(
          new Magic("a PDF document", '%', 'P', 'D', 'F'),
          new Magic("a picture", 0x89, 'P', 'N', 'G'),
          new Magic("a picture", 0xFF, 0xD8, 0xFF),
          new Magic("an XML document", '<', '?', 'x', 'm', 'l'),
          new Magic("an HTML page", '<', 'h', 't', 'm', 'l'),
          new Magic("an HTML page", '<', 'H', 'T', 'M', 'L'),
          new Magic("an HTML page", '<', '!', 'D', 'O', 'C'),
          new Magic("an HTML page", '<', 't', 'a', 'b', 'l', 'e'),
          new Magic("a PGP message", '-', '-', '-', '-', '-', 'B', 'E', 'G', 'I', 'N', ' ', 'P'),
          new Magic("a 7z archive", '7', 'z', 0xBC, 0xAF),
          new Magic("a RAR archive", 'R', 'a', 'r', '!'),
          new Magic("a BZIP2 archive", 'B', 'Z', 'h', '9', '1', 'A', 'Y'),
          new Magic("an XZ archive", 0xFD, '7', 'z', 'X', 'Z'),
          new Magic("a Zstandard archive", 0x28, 0xB5, 0x2F, 0xFD));

  private FileProbe() {}

  /**
   * @param done told the bytes of every read
   */
  static FileFormat look(Path file, ImportOptions options, LongConsumer done) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var head = head(channel);
      refuseBinary(head);
      if (channel.size() <= HEAD && new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
        throw empty();
      }
      boolean marked = Arrays.mismatch(head, UTF8_MARK) == UTF8_MARK.length;
      if (marked && head.length == UTF8_MARK.length) {
        throw empty();
      }
      var charset = marked ? "UTF-8" : charset(file, options.charset(), done);
      int start = marked ? UTF8_MARK.length : 0;
      return new FileFormat(charset, start, delimiter(head, options));
    }
  }

  private static byte[] head(FileChannel channel) throws IOException {
    var head = ByteBuffer.allocate((int) Math.min(HEAD, channel.size()));
    while (head.hasRemaining() && channel.read(head) >= 0) {
      continue;
    }
    return Arrays.copyOf(head.array(), head.position());
  }

  private static void refuseBinary(byte[] head) {
    for (var magic : BINARY) {
      if (magic.begins(head)) {
        throw binary("The file is " + magic.what() + ", not delimited text.");
      }
    }
    for (byte b : head) {
      if (b == 0) {
        throw binary("The file holds NUL bytes: it is not text.");
      }
    }
  }

  private static String charset(Path file, @Nullable String wanted, LongConsumer done)
      throws IOException {
    if (wanted != null) {
      return wanted;
    }
    return isUtf8(file, done) ? "UTF-8" : "windows-1252";
  }

  private static boolean isUtf8(Path file, LongConsumer done) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var chars = java.nio.CharBuffer.allocate(HEAD);
    var bytes = ByteBuffer.allocate(HEAD);
    try (var channel = Files.newByteChannel(file)) {
      boolean ended = false;
      while (!ended) {
        int read = channel.read(bytes);
        ended = read < 0;
        done.accept(Math.max(read, 0));
        bytes.flip();
        if (decoder.decode(bytes, chars, ended).isError()) {
          return false;
        }
        chars.clear();
        bytes.compact();
      }
      return true;
    }
  }

  /** The candidate that the first line has most of, outside quotes; a comma when it has none. */
  private static char delimiter(byte[] head, ImportOptions options) {
    if (options.delimiter() != null) {
      return options.delimiter().charAt(0);
    }
    var counts = new int[128];
    boolean quoted = false;
    boolean begun = false;
    int skipped = options.mapping() == null ? 0 : options.mapping().linesToSkip();
    for (int i = behindLines(head, skipped); i < head.length; i++) {
      byte b = head[i];
      quoted ^= b == '"';
      if (!quoted && (b == '\n' || b == '\r')) {
        if (begun) {
          break;
        }
        continue;
      }
      begun |= b != ' ' && b != '\t';
      if (!quoted && b >= 0) {
        counts[b]++;
      }
    }
    char best = ',';
    for (char candidate : new char[] {';', '\t', '|', ':'}) {
      best = counts[candidate] > counts[best] ? candidate : best;
    }
    return best;
  }

  private static int behindLines(byte[] head, int lines) {
    int at = 0;
    for (int n = 0; n < lines && at < head.length; n++) {
      while (at < head.length && head[at] != '\n' && head[at] != '\r') {
        at++;
      }
      at += at + 1 < head.length && head[at] == '\r' && head[at + 1] == '\n' ? 2 : 1;
    }
    return at;
  }

  private static BadFileException empty() {
    return new BadFileException(
        "EMPTY_FILE", "The file holds no text.", "Send a file with a header line and rows.");
  }

  private static BadFileException binary(String detail) {
    return new BadFileException(
        "BINARY_FILE", detail, "Export it as CSV, in UTF-8 if there is a choice, and send that.");
  }
}
