package io.beckon.persistence.registry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** Writes a {@link NumberSet} from numbers in rising order; holds one prefix's at a time. */
final class NumberSetWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final DataOutputStream out;
  private final List<Entry> directory = new ArrayList<>();
  private final RoaringBitmapWriter<RoaringBitmap> writer =
      RoaringBitmapWriter.writer().runCompress(true).get();
  private int prefix = -1;
  private long offset;
  private long numbers;

  private record Entry(int prefix, int length, long offset) {}

  NumberSetWriter(Path file) throws IOException {
    OutputStream raw =
        Files.newOutputStream(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.out = new DataOutputStream(new java.io.BufferedOutputStream(raw, BUFFER));
  }

  /** A number twice is one; a smaller one than before is a mistake of the caller. */
  void add(long number) throws IOException {
    int next = (int) (number / NumberSet.LOW_DIGITS);
    if (next != prefix) {
      finishPrefix();
      prefix = next;
    }
    writer.add((int) (number % NumberSet.LOW_DIGITS));
  }

  /** All numbers of a prefix that comes after those before. */
  void add(int wholePrefix, RoaringBitmap bitmap) throws IOException {
    finishPrefix();
    prefix = wholePrefix;
    write(bitmap);
    prefix = -1;
  }

  private void finishPrefix() throws IOException {
    if (prefix >= 0) {
      writer.flush();
      write(writer.get());
      writer.reset();
    }
  }

  private void write(RoaringBitmap bitmap) throws IOException {
    if (bitmap.isEmpty()) {
      return;
    }
    if (!directory.isEmpty() && directory.get(directory.size() - 1).prefix() >= prefix) {
      throw new IllegalStateException("numbers must rise; prefix " + prefix + " came too late");
    }
    int length = bitmap.serializedSizeInBytes();
    bitmap.serialize(out);
    directory.add(new Entry(prefix, length, offset));
    offset += length;
    numbers += bitmap.getLongCardinality();
    if (offset > Integer.MAX_VALUE - (1 << 28)) {
      throw new IOException("more numbers than one registry may hold (about a billion)");
    }
  }

  /** The set's end; without it nobody can read the file. */
  long finish() throws IOException {
    finishPrefix();
    prefix = -1;
    for (Entry entry : directory) {
      out.writeInt(entry.prefix());
      out.writeInt(entry.length());
      out.writeLong(entry.offset());
    }
    out.writeLong(NumberSet.MAGIC);
    out.writeLong(numbers);
    out.writeLong(offset);
    out.writeLong(directory.size());
    out.flush();
    return numbers;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
