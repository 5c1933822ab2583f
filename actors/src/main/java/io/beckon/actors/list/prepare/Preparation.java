package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.pgp.PgpSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a file that cannot be cut into records as it is into one that can. The same file gives the
 * same bytes, whoever prepares it and however often, so that a load can be resumed on another node.
 * Memory stays the same whatever the file's size.
 */
public final class Preparation {
  private final Path staged;
  private final Places places;
  private final @Nullable String charset;
  private final long mostUnpacked;
  private final Supplier<List<PgpSecret>> secrets;
  private final LongConsumer done;

  /**
   * Where to write.
   *
   * @param prepared gets its content in one go, when it is whole and on disk
   * @param workplace a directory for what is not whole yet, on the same disk; gone at the end
   */
  public record Places(Path prepared, Path workplace) {
    /** Takes away whatever stands there. */
    public void clear() throws IOException {
      Files.deleteIfExists(prepared);
      Preparation.clear(workplace);
    }
  }

  /**
   * @param charset what the options of the import say
   * @param mostUnpacked bytes to which a file may unpack at all
   * @param secrets the tenant's private keys, asked for when the file is encrypted
   * @param done told the bytes of every step that reads or writes some
   */
  public Preparation(
      Path staged,
      Places places,
      @Nullable String charset,
      long mostUnpacked,
      Supplier<List<PgpSecret>> secrets,
      LongConsumer done) {
    this.staged = staged;
    this.places = places;
    this.charset = charset;
    this.mostUnpacked = mostUnpacked;
    this.secrets = secrets;
    this.done = done;
  }

  /**
   * Looks at the file and prepares it, unless it is plain.
   *
   * @throws BadFileException when it cannot be loaded, and a repetition will not help
   * @throws IOException when the disk failed
   */
  public Taken run() throws IOException {
    var content = Content.of(staged, charset);
    if (content == Content.PLAIN) {
      return Taken.PLAIN;
    }
    clear(places.workplace());
    Files.createDirectories(places.workplace());
    try {
      return prepared(staged, content);
    } finally {
      clear(places.workplace());
    }
  }

  private Taken prepared(Path file, Content content) throws IOException {
    return switch (content) {
      case GZIP -> {
        Archive.gunzip(file, unpacked(), allowance());
        yield unwrapped(FileWrapper.GZIP);
      }
      case ZIP -> zip(file);
      case PGP -> decrypted(file);
      default -> converted(file, content, null);
    };
  }

  /** Nothing is prepared of it before it is verified. */
  private Taken decrypted(Path file) throws IOException {
    var clear = places.workplace().resolve("decrypted");
    new PgpMessage(file, secrets).open(clear, allowance());
    var content = Content.of(clear, charset);
    if (content == Content.PGP) {
      throw Refusals.nested(FileWrapper.PGP, content);
    }
    if (content == Content.PLAIN) {
      TarHeader.refuse(clear);
      publish(clear);
      return new Taken(FileKind.CSV, FileWrapper.PGP, null);
    }
    return prepared(clear, content).within(FileWrapper.PGP);
  }

  private Taken zip(Path file) throws IOException {
    try (var zip = Archive.open(file)) {
      if (OfficeZip.isWorkbook(zip)) {
        return workbook(file, null);
      }
      Archive.unzip(zip, unpacked(), allowance());
    }
    return unwrapped(FileWrapper.ZIP);
  }

  private Taken unwrapped(FileWrapper wrapper) throws IOException {
    var content = Content.of(unpacked(), charset);
    if (content == Content.GZIP
        || content == Content.PGP
        || content == Content.ZIP && !isWorkbook(unpacked())) {
      throw Refusals.nested(wrapper, content);
    }
    if (content == Content.PLAIN) {
      TarHeader.refuse(unpacked());
      publish(unpacked());
      return new Taken(FileKind.CSV, wrapper, null);
    }
    return content == Content.ZIP
        ? workbook(unpacked(), wrapper)
        : converted(unpacked(), content, wrapper);
  }

  private Taken converted(Path file, Content content, @Nullable FileWrapper wrapper)
      throws IOException {
    if (content == Content.OLE2) {
      XlsWorkbook.write(file, rows(), allowance(), Integer.MAX_VALUE);
      publish(rows());
      return new Taken(FileKind.XLS, wrapper, "UTF-8");
    }
    var text = Objects.requireNonNull(content.charset(charset));
    RecodedText.write(file, text, rows(), new Allowance(Long.MAX_VALUE, Long.MAX_VALUE, done));
    publish(rows());
    return new Taken(FileKind.CSV, wrapper, text.name());
  }

  private Taken workbook(Path file, @Nullable FileWrapper wrapper) throws IOException {
    XlsxWorkbook.write(file, places.workplace(), rows(), this::allowance);
    publish(rows());
    return new Taken(FileKind.XLSX, wrapper, "UTF-8");
  }

  private static boolean isWorkbook(Path file) throws IOException {
    try (var zip = Archive.open(file)) {
      return OfficeZip.isWorkbook(zip);
    }
  }

  private Allowance allowance() {
    try {
      return new Allowance(Files.size(staged), mostUnpacked, done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path unpacked() {
    return places.workplace().resolve("unpacked");
  }

  private Path rows() {
    return places.workplace().resolve("rows");
  }

  private void publish(Path whole) throws IOException {
    try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    var folder = places.prepared().toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.move(
        whole,
        places.prepared(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** What a loader that was killed left behind goes with it. */
  static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
