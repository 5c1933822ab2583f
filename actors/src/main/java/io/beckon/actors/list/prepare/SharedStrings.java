package io.beckon.actors.list.prepare;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of a workbook, which cells name by number. They are kept on disk, not in memory: a
 * sheet of a million rows has as many. Cells mostly follow their order, so neighbours are read
 * together.
 */
final class SharedStrings implements AutoCloseable {
  private static final int NEIGHBOURS = 64;
  private static final int BLOCKS = 32;
  private static final int LARGEST_BLOCK = 256 * 1024;

  private final FileChannel ends;
  private final FileChannel texts;
  private final long count;
  private final boolean cut;
  private final Map<Long, String[]> blocks =
      new LinkedHashMap<>(BLOCKS * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String[]> eldest) {
          return size() > BLOCKS;
        }
      };

  private SharedStrings(Path ends, Path texts, long count, boolean cut) throws IOException {
    this.ends = FileChannel.open(ends);
    this.texts = FileChannel.open(texts);
    this.count = count;
    this.cut = cut;
  }

  /** Puts the texts of a part aside under {@code directory}. */
  static SharedStrings of(XmlPart part, Path directory, Allowance written, long most)
      throws IOException {
    var ends = directory.resolve("ends");
    var texts = directory.resolve("texts");
    long count = 0;
    try (var index = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(ends)));
        var data = new BufferedOutputStream(Files.newOutputStream(texts), 1 << 16)) {
      long end = 0;
      var rich = new RichText();
      while (count < most && part.next()) {
        if (rich.take(part, "si")) {
          var bytes = rich.text().getBytes(StandardCharsets.UTF_8);
          written.use(bytes.length + 8L);
          data.write(bytes);
          end += bytes.length;
          index.writeLong(end);
          count++;
        }
      }
    }
    return new SharedStrings(ends, texts, count, count >= most);
  }

  static SharedStrings none(Path directory) throws IOException {
    var ends = Files.createFile(directory.resolve("ends"));
    return new SharedStrings(ends, Files.createFile(directory.resolve("texts")), 0, false);
  }

  String get(long number) throws IOException {
    if (cut && number >= count) {
      return "\u2026"; // not read, for this is a look at the first rows
    }
    if (number < 0 || number >= count) {
      throw Refusals.badWorkbook("a cell names text " + number + " of " + count);
    }
    long block = number / NEIGHBOURS;
    var held = blocks.get(block);
    if (held != null) {
      return held[(int) (number % NEIGHBOURS)];
    }
    long first = block * NEIGHBOURS;
    int size = (int) Math.min(NEIGHBOURS, count - first);
    var at = ends(first, size);
    if (at[size] - at[0] > LARGEST_BLOCK) {
      int i = (int) (number - first);
      return new String(
          read(texts, at[i], (int) (at[i + 1] - at[i])).array(), StandardCharsets.UTF_8);
    }
    var strings = strings(at, size);
    blocks.put(block, strings);
    return strings[(int) (number - first)];
  }

  private String[] strings(long[] at, int size) throws IOException {
    var bytes = read(texts, at[0], (int) (at[size] - at[0])).array();
    var strings = new String[size];
    for (int i = 0; i < size; i++) {
      int from = (int) (at[i] - at[0]);
      strings[i] = new String(bytes, from, (int) (at[i + 1] - at[i]), StandardCharsets.UTF_8);
    }
    return strings;
  }

  /** Where the text before the first ends, then where each of them ends. */
  private long[] ends(long first, int size) throws IOException {
    var at = new long[size + 1];
    int before = first == 0 ? 0 : 1;
    var read = read(ends, (first - before) * 8, (size + before) * 8);
    read.asLongBuffer().get(at, 1 - before, size + before);
    return at;
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("a file that was just written is too short");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    ends.close();
    texts.close();
  }
}
