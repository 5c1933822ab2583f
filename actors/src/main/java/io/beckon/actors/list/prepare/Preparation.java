package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
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
   */
  public Preparation(Path staged, Places places, @Nullable String charset, long mostUnpacked) {
    this.staged = staged;
    this.places = places;
    this.charset = charset;
    this.mostUnpacked = mostUnpacked;
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
      return prepared(content);
    } finally {
      clear(places.workplace());
    }
  }

  private Taken prepared(Content content) throws IOException {
    return switch (content) {
      case GZIP -> {
        Archive.gunzip(staged, unpacked(), allowance());
        yield unwrapped(FileWrapper.GZIP);
      }
      case ZIP -> zip();
      default -> converted(staged, content, null);
    };
  }

  private Taken zip() throws IOException {
    try (var zip = Archive.open(staged)) {
      if (OfficeZip.isWorkbook(zip)) {
        return workbook(staged, null);
      }
      Archive.unzip(zip, unpacked(), allowance());
    }
    return unwrapped(FileWrapper.ZIP);
  }

  private Taken unwrapped(FileWrapper wrapper) throws IOException {
    var content = Content.of(unpacked(), charset);
    if (content == Content.GZIP || content == Content.ZIP && !isWorkbook(unpacked())) {
      throw new BadFileException(
          "NESTED_ARCHIVE",
          "In the " + wrapper + " archive is another " + content + " archive.",
          "Unpack the outer archive and send the inner one.");
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
    Charset utf16 =
        content == Content.UTF_16LE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    Utf16Text.write(file, utf16, rows(), new Allowance(Long.MAX_VALUE, Long.MAX_VALUE));
    publish(rows());
    return new Taken(FileKind.CSV, wrapper, utf16.name());
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
      return new Allowance(Files.size(staged), mostUnpacked);
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
