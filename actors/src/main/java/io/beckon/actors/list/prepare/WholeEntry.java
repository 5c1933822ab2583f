package io.beckon.actors.list.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** An entry of a ZIP file whose checksum is compared at its end, which the JDK leaves to us. */
final class WholeEntry extends InputStream {
  private final CheckedInputStream stream;
  private final ZipEntry entry;

  WholeEntry(InputStream stream, ZipEntry entry) {
    this.stream = new CheckedInputStream(stream, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = stream.read(bytes, from, length);
    if (read < 0 && entry.getCrc() >= 0 && stream.getChecksum().getValue() != entry.getCrc()) {
      throw new ZipException("the checksum of " + entry.getName() + " is wrong");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
