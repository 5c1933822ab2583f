package io.beckon.actors.list.prepare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes text as UTF-8 whose charset does not keep the bytes of ASCII for ASCII: UTF-16 and UTF-32,
 * EBCDIC, Shift_JIS, those with states. What is no text in it becomes a byte that is no UTF-8, so
 * that just the row with it is rejected.
 */
final class RecodedText {
  private static final int AT_ONCE = 64 * 1024;
  private static final byte NO_UTF_8 = (byte) 0xFF;

  /** EBCDIC has two ends of a line, which systems mix up: LF and NEL. */
  private static final char NEXT_LINE = '\u0085';

  private static final byte EBCDIC_A = (byte) 0xC1;

  private final CharsetDecoder decoder;
  private final boolean ebcdic;
  private final boolean utf16;

  /** Whether a byte 10 or 13 behind a spoilt character is a line break all the same. */
  private final boolean breaksStand;

  private final ByteBuffer in = ByteBuffer.allocate(AT_ONCE);
  private final CharBuffer chars = CharBuffer.allocate(AT_ONCE);
  private boolean begun;

  private RecodedText(Charset charset) {
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.ebcdic = new String(new byte[] {EBCDIC_A}, charset).equals("A");
    this.utf16 = charset.name().contains("UTF-16");
    this.breaksStand = new String(new byte[] {'\r', '\n'}, charset).equals("\r\n");
  }

  static void write(Path from, Charset charset, Path to, Allowance written) throws IOException {
    try (var source = FileChannel.open(from);
        var target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      new RecodedText(charset).copy(source, target, written);
    }
  }

  private void copy(FileChannel source, FileChannel target, Allowance written) throws IOException {
    boolean ended = false;
    while (!ended) {
      ended = source.read(in) < 0;
      in.flip();
      CoderResult result;
      do {
        result = decoder.decode(in, chars, ended);
        put(target, flushed(), written);
        if (result.isError()) {
          in.position(in.position() + spoilt(result.length()));
          put(target, ByteBuffer.wrap(new byte[] {NO_UTF_8}), written);
        }
      } while (result.isError() || result.isOverflow());
      in.compact();
    }
    decoder.flush(chars);
    put(target, flushed(), written);
  }

  /** How many bytes to pass over, so that a line is not lost with the one before. */
  private int spoilt(int length) {
    for (int i = 1; i < length && breaksStand; i++) {
      byte b = in.get(in.position() + i);
      if (b == '\n' || b == '\r') {
        return i;
      }
    }
    return utf16 ? Math.min(length, 2) : length;
  }

  /** What was decoded, as UTF-8; a byte order mark in front is left out. */
  private ByteBuffer flushed() {
    chars.flip();
    if (!begun && chars.hasRemaining()) {
      begun = true;
      if (chars.get(0) == '\uFEFF') {
        chars.get();
      }
    }
    if (ebcdic) {
      for (int i = chars.position(); i < chars.limit(); i++) {
        chars.put(i, chars.get(i) == NEXT_LINE ? '\n' : chars.get(i));
      }
    }
    var bytes = StandardCharsets.UTF_8.encode(chars);
    chars.clear();
    return bytes;
  }

  private static void put(FileChannel target, ByteBuffer bytes, Allowance written)
      throws IOException {
    written.use(bytes.remaining());
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }
}
