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
 * Writes UTF-16 text as UTF-8. What is no UTF-16 becomes a byte that is no UTF-8, so that just the
 * row with it is rejected.
 */
final class Utf16Text {
  private static final int AT_ONCE = 64 * 1024;
  private static final byte NO_UTF_8 = (byte) 0xFF;

  private final CharsetDecoder decoder;
  private final ByteBuffer in = ByteBuffer.allocate(AT_ONCE);
  private final CharBuffer chars = CharBuffer.allocate(AT_ONCE);
  private boolean begun;

  private Utf16Text(Charset charset) {
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  static void write(Path from, Charset charset, Path to, Allowance written) throws IOException {
    try (var source = FileChannel.open(from);
        var target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      new Utf16Text(charset).copy(source, target, written);
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
          in.position(in.position() + result.length());
          put(target, ByteBuffer.wrap(new byte[] {NO_UTF_8}), written);
        }
      } while (result.isError() || result.isOverflow());
      in.compact();
    }
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
