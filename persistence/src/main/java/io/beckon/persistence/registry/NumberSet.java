package io.beckon.persistence.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * A file of phone numbers, mapped: one Roaring bitmap for all numbers that have the digits before
 * the last seven in common (of the North American plan: an area code). Nothing of it is on the
 * heap. Immutable, so any number of threads may ask.
 *
 * <p>The file: the bitmaps one after the other; then the directory, 16 bytes a bitmap in the order
 * of their prefixes (prefix, length, offset); then the end, 32 bytes: {@link #MAGIC}, how many
 * numbers, the directory's offset, how many bitmaps.
 */
final class NumberSet {
  static final long MAGIC = 0x4265636b6f6e3031L; // Beckon01
  static final int LOW_DIGITS = 10_000_000;
  static final int ENTRY_BYTES = 16;
  static final int END_BYTES = 32;
  static final NumberSet EMPTY = new NumberSet(ByteBuffer.allocate(0), 0, 0, 0);

  private final ByteBuffer bytes;
  private final long numbers;
  private final int directory;
  private final int prefixes;

  private NumberSet(ByteBuffer bytes, long numbers, int directory, int prefixes) {
    this.bytes = bytes;
    this.numbers = numbers;
    this.directory = directory;
    this.prefixes = prefixes;
  }

  /** Fails when it is no such file. */
  static NumberSet map(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < END_BYTES || size > Integer.MAX_VALUE) {
        throw new IOException("no file of numbers, it has " + size + " bytes: " + file);
      }
      MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, size);
      int end = (int) size - END_BYTES;
      long directory = mapped.getLong(end + 16);
      long prefixes = mapped.getLong(end + 24);
      if (mapped.getLong(end) != MAGIC || directory + prefixes * ENTRY_BYTES != end) {
        throw new IOException("no file of numbers, or not all of it: " + file);
      }
      return new NumberSet(mapped, mapped.getLong(end + 8), (int) directory, (int) prefixes);
    }
  }

  /**
   * @param number the digits of an E.164 number
   */
  boolean has(long number) {
    int at = find((int) (number / LOW_DIGITS));
    return at >= 0 && bitmap(at).contains((int) (number % LOW_DIGITS));
  }

  long numbers() {
    return numbers;
  }

  int prefixes() {
    return prefixes;
  }

  int prefix(int index) {
    return bytes.getInt(directory + index * ENTRY_BYTES);
  }

  ImmutableRoaringBitmap bitmap(int index) {
    int entry = directory + index * ENTRY_BYTES;
    return new ImmutableRoaringBitmap(
        bytes.slice((int) bytes.getLong(entry + 8), bytes.getInt(entry + 4)));
  }

  /** Where the prefix stands in the directory; negative: nowhere. */
  int find(int prefix) {
    int low = 0;
    int high = prefixes - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = prefix(middle);
      if (there == prefix) {
        return middle;
      }
      if (there < prefix) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
