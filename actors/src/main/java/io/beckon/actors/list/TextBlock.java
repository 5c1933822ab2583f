package io.beckon.actors.list;

import io.beckon.protocol.list.ChunkSpan;
import java.util.List;

/**
 * Some whole records of a file, and which part of the file they are.
 *
 * @param firstRow number of the first record, from 1
 * @param bytes the sound records, each with a line feed behind it
 */
record TextBlock(ChunkSpan span, long firstRow, Bytes bytes, List<Piece> pieces) {
  /**
   * One record.
   *
   * @param line physical line it begins on
   * @param from where its bytes begin; an unsound record has none
   * @param to where they end, without the line break
   */
  record Piece(long line, int from, int to, Flaw flaw) {}

  /** The bytes behind a block; a class because records hold no arrays. */
  static final class Bytes {
    private final byte[] array;

    Bytes(byte[] array) {
      this.array = array;
    }

    byte[] array() {
      return array;
    }
  }
}
