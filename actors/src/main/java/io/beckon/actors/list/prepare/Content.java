package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileCharset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file say it is. */
enum Content {
  /** Text in a charset in which ASCII is ASCII, or something that only looks like it. */
  PLAIN,
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE),
  UTF_32LE(Charset.forName("UTF-32LE")),
  UTF_32BE(Charset.forName("UTF-32BE")),
  /** Text in a charset that was given, in which the bytes of ASCII may be something else. */
  OTHER_TEXT,
  GZIP,
  /** An encrypted OpenPGP message. */
  PGP,
  /** An archive or a workbook of Excel 2007. */
  ZIP,
  /** A document of Microsoft's old container: a workbook, or something encrypted. */
  OLE2;

  private static final int HEAD = 64 * 1024;

  private static final int HEADER = 256;

  /** In any script: of a header and a row, digits and delimiters alone are more. */
  private static final int FEWEST_NULS_PCT = 40;

  private final @Nullable Charset charset;

  Content() {
    this(null);
  }

  Content(@Nullable Charset charset) {
    this.charset = charset;
  }

  /**
   * The charset of text that has to be written anew.
   *
   * @param given what the options say
   * @return null for everything else
   */
  @Nullable Charset charset(@Nullable String given) {
    return this == OTHER_TEXT && given != null ? Charset.forName(given) : charset;
  }

  /**
   * @param charset what the options say; decides where the bytes leave it open
   */
  static Content of(Path file, @Nullable String charset) throws IOException {
    var head = head(file);
    if (begins(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (begins(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return OLE2;
    }
    return PgpHead.begins(head) ? PGP : text(head, charset);
  }

  private static Content text(byte[] head, @Nullable String charset) {
    var marked = marked(head);
    var seen = marked == null ? byNuls(head) : marked;
    if (charset == null || marked != null) {
      return seen;
    }
    if (!charset.startsWith("UTF-16")) {
      return FileCharset.isBytewise(charset) ? seen : OTHER_TEXT;
    }
    if (seen == PLAIN
        && head.length > 0
        && nuls(head, 0, head.length / 2) + nuls(head, 1, head.length / 2) == 0) {
      throw new BadFileException(
          "NOT_UTF_16",
          "The charset was given as " + charset + ", but the file is not in it.",
          "Leave the charset out, or give the one that the file has.");
    }
    return switch (charset) {
      case "UTF-16LE" -> UTF_16LE;
      case "UTF-16BE" -> UTF_16BE;
      default -> seen == PLAIN ? UTF_16BE : seen;
    };
  }

  /** By its byte order mark, which goes before everything; null: there is none. */
  private static @Nullable Content marked(byte[] head) {
    if (begins(head, 0xFF, 0xFE, 0, 0)) {
      return UTF_32LE;
    }
    if (begins(head, 0, 0, 0xFE, 0xFF)) {
      return UTF_32BE;
    }
    if (begins(head, 0xFF, 0xFE)) {
      return UTF_16LE;
    }
    if (begins(head, 0xFE, 0xFF)) {
      return UTF_16BE;
    }
    return begins(head, 0xEF, 0xBB, 0xBF) ? byNuls(head) : null;
  }

  /** In UTF-16 every other byte of ASCII characters is NUL: the second if little endian. */
  private static Content byNuls(byte[] head) {
    int pairs = Math.min(head.length, HEADER) / 2;
    int first = nuls(head, 0, pairs);
    int second = nuls(head, 1, pairs);
    int more = Math.max(first, second);
    if (more * 100 < FEWEST_NULS_PCT * Math.max(pairs, 1) || Math.min(first, second) * 4 > more) {
      return PLAIN;
    }
    return first > second ? UTF_16BE : UTF_16LE;
  }

  private static int nuls(byte[] head, int from, int pairs) {
    int nuls = 0;
    for (int i = 0; i < pairs; i++) {
      nuls += head[2 * i + from] == 0 ? 1 : 0;
    }
    return nuls;
  }

  private static byte[] head(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var head = ByteBuffer.allocate((int) Math.min(HEAD, channel.size()));
      while (head.hasRemaining() && channel.read(head) >= 0) {
        continue;
      }
      return Arrays.copyOf(head.array(), head.position());
    }
  }

  private static boolean begins(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
