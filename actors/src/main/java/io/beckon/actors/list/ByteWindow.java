package io.beckon.actors.list;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A moving look at a stream of any length, in fixed memory. */
final class ByteWindow {
  /** {@link #at}: behind the end of the stream. */
  static final int END = -1;

  /** {@link #at}: farther from the position than a record may be long. */
  static final int FULL = -2;

  /** 256 KiB; the longest fields that real contact files hold are notes of a few KiB. */
  static final int LONGEST_RECORD = 256 * 1024;

  private final InputStream stream;
  private final byte[] buffer = new byte[2 * LONGEST_RECORD];
  private long offset;
  private int position;
  private int limit;
  private boolean ended;

  /**
   * @param offset of the stream's first byte in the file
   */
  ByteWindow(InputStream stream, long offset) {
    this.stream = stream;
    this.offset = offset;
  }

  /** The byte {@code ahead} of the position, 0 to 255, or {@link #END} or {@link #FULL}. */
  int at(int ahead) {
    if (ahead >= LONGEST_RECORD) {
      return FULL;
    }
    while (position + ahead >= limit) {
      if (ended) {
        return END;
      }
      fill();
    }
    return buffer[position + ahead] & 0xff;
  }

  /** Offset of the position in the file. */
  long offset() {
    return offset + position;
  }

  boolean atEnd() {
    return at(0) == END;
  }

  void skip(int bytes) {
    position += bytes;
  }

  /** Moves behind the line break at the position, if there is one: CR LF, LF or CR. */
  boolean skipLineBreak() {
    int b = at(0);
    if (b != '\n' && b != '\r') {
      return false;
    }
    skip(b == '\r' && at(1) == '\n' ? 2 : 1);
    return true;
  }

  /** Moves to the next line break or the end, however far that is. */
  void skipToLineBreak() {
    for (int b = at(0); b != END && b != '\n' && b != '\r'; b = at(0)) {
      position++;
    }
  }

  void copyTo(java.io.ByteArrayOutputStream out, int bytes) {
    out.write(buffer, position, bytes);
  }

  private void fill() {
    if (limit == buffer.length) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      offset += position;
      limit -= position;
      position = 0;
    }
    try {
      int read = stream.read(buffer, limit, buffer.length - limit);
      ended = read < 0;
      limit += Math.max(read, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
