package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.pgp.PgpSecret;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file as {@link Preparation} would make it: enough for its first rows, in
 * bounded time whatever the file's size. Only a workbook within an archive is unpacked whole.
 */
public final class Sample {
  /** More than 20 records of 256 KiB each. */
  private static final int LONGEST = 8 << 20;

  private static final long LARGEST_WORKBOOK = 512L << 20;
  private static final XlsxWorkbook.Extent EXTENT = new XlsxWorkbook.Extent(1_200, 200_000);

  private final Path staged;
  private final Path workplace;
  private final @Nullable String charset;
  private final Supplier<List<PgpSecret>> secrets;

  /**
   * What was taken.
   *
   * @param whole whether there is no more of it
   */
  public record Sampled(Path file, Taken taken, boolean whole) {}

  private Sample(
      Path staged, Path workplace, @Nullable String charset, Supplier<List<PgpSecret>> secrets) {
    this.staged = staged;
    this.workplace = workplace;
    this.charset = charset;
    this.secrets = secrets;
  }

  /**
   * @param workplace an empty directory, for what is written
   * @param charset what the options of the import say
   * @param secrets the tenant's private keys, asked for when the file is encrypted
   * @throws BadFileException when the file cannot be loaded
   */
  public static Sampled of(
      Path staged, Path workplace, @Nullable String charset, Supplier<List<PgpSecret>> secrets)
      throws IOException {
    return new Sample(staged, workplace, charset, secrets).taken();
  }

  private Sampled taken() throws IOException {
    return switch (Content.of(staged, charset)) {
      case GZIP -> gzip();
      case ZIP -> zip();
      case OLE2 -> workbook(staged, Content.OLE2, null);
      case PGP -> decrypted();
      case PLAIN -> plain();
      case UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE, OTHER_TEXT -> {
        boolean whole = head(new FileInputStream(staged.toFile()), "head");
        yield text(workplace.resolve("head"), null, whole);
      }
    };
  }

  private Sampled plain() throws IOException {
    if (Files.size(staged) <= LONGEST) {
      return new Sampled(staged, Taken.PLAIN, true);
    }
    head(new FileInputStream(staged.toFile()), "head");
    return new Sampled(workplace.resolve("head"), Taken.PLAIN, false);
  }

  /** Verified unless there is more of it than anybody waits for. */
  private Sampled decrypted() throws IOException {
    var clear = workplace.resolve("decrypted");
    var allowance = new Allowance(Files.size(staged), Long.MAX_VALUE);
    boolean whole = new PgpMessage(staged, secrets).open(clear, allowance, LARGEST_WORKBOOK);
    var content = Content.of(clear, charset);
    if (content == Content.PGP) {
      throw Refusals.nested(FileWrapper.PGP, content);
    }
    var sampled = new Sample(clear, workplace, charset, secrets).taken();
    return new Sampled(
        sampled.file(), sampled.taken().within(FileWrapper.PGP), whole && sampled.whole());
  }

  private Sampled gzip() throws IOException {
    try {
      var packed = new FileInputStream(staged.toFile());
      boolean whole = head(new GZIPInputStream(packed, 1 << 16), "unpacked");
      return unwrapped(FileWrapper.GZIP, whole);
    } catch (EOFException | ZipException e) {
      throw Refusals.badArchive("GZIP", e);
    }
  }

  private Sampled zip() throws IOException {
    try (var zip = Archive.open(staged)) {
      if (OfficeZip.isWorkbook(zip)) {
        return workbook(staged, Content.ZIP, null);
      }
      boolean whole = head(zip.getInputStream(Archive.only(zip)), "unpacked");
      return unwrapped(FileWrapper.ZIP, whole);
    } catch (EOFException | ZipException e) {
      throw Refusals.badArchive("ZIP", e);
    }
  }

  private Sampled unwrapped(FileWrapper wrapper, boolean whole) throws IOException {
    var unpacked = workplace.resolve("unpacked");
    if (Files.size(unpacked) == 0) {
      throw Refusals.empty("The file in the " + wrapper + " archive is empty.");
    }
    var content = Content.of(unpacked, charset);
    if (content != Content.ZIP && content != Content.OLE2) {
      TarHeader.refuse(unpacked);
      return text(unpacked, wrapper, whole);
    }
    if (!whole) {
      unpackWhole(wrapper);
    }
    try (var zip = content == Content.ZIP ? Archive.open(workplace.resolve("unpacked")) : null) {
      if (zip != null && !OfficeZip.isWorkbook(zip)) {
        throw Refusals.nested(wrapper, content);
      }
    }
    return workbook(workplace.resolve("unpacked"), content, wrapper);
  }

  private void unpackWhole(FileWrapper wrapper) throws IOException {
    var unpacked = workplace.resolve("unpacked");
    Files.delete(unpacked);
    var allowance = new Allowance(Files.size(staged), LARGEST_WORKBOOK);
    if (wrapper == FileWrapper.GZIP) {
      Archive.gunzip(staged, unpacked, allowance);
      return;
    }
    try (var zip = Archive.open(staged)) {
      Archive.unzip(zip, unpacked, allowance);
    }
  }

  private Sampled text(Path file, @Nullable FileWrapper wrapper, boolean whole) throws IOException {
    var content = Content.of(file, charset);
    var text = content.charset(charset);
    if (text == null) {
      if (content != Content.PLAIN) {
        throw Refusals.nested(wrapper, content);
      }
      return new Sampled(file, new Taken(FileKind.CSV, wrapper, null), whole);
    }
    RecodedText.write(file, text, rows(), new Allowance(Long.MAX_VALUE, Long.MAX_VALUE));
    return new Sampled(rows(), new Taken(FileKind.CSV, wrapper, text.name()), whole);
  }

  private Sampled workbook(Path file, Content content, @Nullable FileWrapper wrapper)
      throws IOException {
    boolean whole = true;
    try {
      if (content == Content.OLE2) {
        XlsWorkbook.write(file, rows(), allowance(file), EXTENT.rows());
      } else {
        XlsxWorkbook.write(file, workplace, rows(), () -> allowance(file), EXTENT);
      }
    } catch (CsvRows.EnoughRows e) {
      whole = false;
    }
    var kind = content == Content.OLE2 ? FileKind.XLS : FileKind.XLSX;
    return new Sampled(rows(), new Taken(kind, wrapper, "UTF-8"), whole);
  }

  private static Allowance allowance(Path file) {
    try {
      return new Allowance(Files.size(file), Long.MAX_VALUE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whether the stream ends within it. What is cut off ends with a line, or with a character. */
  private boolean head(InputStream from, String name) throws IOException {
    try (from) {
      var bytes = from.readNBytes(LONGEST + 1);
      boolean whole = bytes.length <= LONGEST;
      int length = whole ? bytes.length : behindLastLine(bytes);
      try (var out = Files.newOutputStream(workplace.resolve(name))) {
        out.write(bytes, 0, length);
      }
      return whole;
    }
  }

  private Path rows() {
    return workplace.resolve("rows");
  }

  private static int behindLastLine(byte[] bytes) {
    for (int i = LONGEST - 1; i > 0; i--) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return i + 1;
      }
    }
    int end = LONGEST;
    while (end > 0 && LONGEST - end < 4 && (bytes[end] & 0xC0) == 0x80) {
      end--; // within a character of UTF-8
    }
    return end;
  }
}
