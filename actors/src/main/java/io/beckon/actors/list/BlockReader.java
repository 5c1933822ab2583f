package io.beckon.actors.list;

import io.beckon.protocol.list.ChunkSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a file into blocks of whole records, from any record's offset on: the same cuts whoever
 * reads, so that a load can be resumed behind any block.
 */
final class BlockReader implements AutoCloseable {
  /**
   * Rows and bytes after which a block is full.
   *
   * @param first rows of the block at the beginning of a file; the larger the part that was read,
   *     the larger its blocks, so that a load that begins cold is seen to move soon
   */
  record Size(int rows, int bytes, int first) {
    static final Size USUAL = new Size(5_000, 1 << 20, 500);

    Size(int rows, int bytes) {
      this(rows, bytes, rows);
    }

    /** Depends on nothing but the place, so that whoever reads on cuts the same. */
    int after(long rowsBefore) {
      return (int) Math.min(rows, first + rowsBefore);
    }
  }

  private final InputStream stream;
  private final ByteWindow window;
  private final RecordScanner scanner;
  private final Size size;
  private long line;
  private long row;

  private BlockReader(InputStream stream, Place from, RecordCut cut, Size size) {
    this.stream = stream;
    this.window = new ByteWindow(stream, from.offset());
    this.scanner = new RecordScanner(window, cut);
    this.size = size;
    this.line = from.line();
    this.row = from.rows();
  }

  /**
   * Where to begin.
   *
   * @param line physical line at the offset, from 1
   * @param rows records before it
   */
  record Place(long offset, long line, long rows) {}

  static BlockReader open(Path file, Place from, RecordCut cut, Size size) throws IOException {
    var channel = FileChannel.open(file);
    channel.position(from.offset());
    return new BlockReader(Channels.newInputStream(channel), from, cut, size);
  }

  static BlockReader of(InputStream stream, RecordCut cut, Size size) {
    return new BlockReader(stream, new Place(0, 1, 0), cut, size);
  }

  /** Passes over the next line, whatever it holds. */
  void skipLine() {
    window.skipToLineBreak();
    if (window.skipLineBreak()) {
      line++;
    }
  }

  /** Where the next block begins; what was read so far counts as no rows. */
  Place data() {
    return new Place(window.offset(), line, 0);
  }

  /** The next block; empty at the end of the file. Its memory is its own. */
  Optional<TextBlock> next() {
    if (window.atEnd()) {
      return Optional.empty();
    }
    long from = window.offset();
    long firstRow = row + 1;
    var bytes = new ByteArrayOutputStream(size.bytes() + 4096);
    int rows = size.after(row);
    List<TextBlock.Piece> pieces = new ArrayList<>(rows);
    while (pieces.size() < rows && bytes.size() < size.bytes() && !window.atEnd()) {
      record(bytes, pieces);
    }
    var span = new ChunkSpan(from, window.offset(), line, pieces.size());
    var held = new TextBlock.Bytes(bytes.toByteArray());
    return Optional.of(new TextBlock(span, firstRow, held, pieces));
  }

  private void record(ByteArrayOutputStream bytes, List<TextBlock.Piece> pieces) {
    var flaw = scanner.scan();
    long firstLine = line;
    int start = bytes.size();
    if (flaw == Flaw.NONE && !scanner.blank()) {
      window.copyTo(bytes, scanner.end());
      pieces.add(new TextBlock.Piece(firstLine, start, bytes.size(), flaw));
      bytes.write('\n');
      row++;
    } else if (flaw != Flaw.NONE) {
      pieces.add(new TextBlock.Piece(firstLine, start, start, flaw));
      row++;
    }
    window.skip(scanner.end());
    line += scanner.lineBreaks();
    if (flaw == Flaw.TOO_LONG) {
      window.skipToLineBreak();
    }
    if (window.skipLineBreak()) {
      line++;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
