package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileWrapper;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Takes the one file out of an archive. */
final class Archive {
  private static final int NAMED = 5;
  private static final Set<String> CLUTTER = Set.of("thumbs.db", "desktop.ini");

  private Archive() {}

  static void gunzip(Path file, Path to, Allowance read) throws IOException {
    try (var packed = new FileInputStream(file.toFile());
        var stream = new GZIPInputStream(packed, 1 << 16)) {
      copy("GZIP", read.counting(stream), to);
    } catch (EOFException | ZipException e) {
      throw Refusals.badArchive("GZIP", e);
    }
  }

  static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException e) {
      var message = String.valueOf(e.getMessage());
      if (message.contains("encrypted")) {
        throw Refusals.locked("ZIP archive");
      }
      if (e instanceof ZipException
          || e instanceof EOFException
          || message.startsWith("Negative seek")) {
        throw Refusals.badArchive("ZIP", e);
      }
      throw e;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Refusals.badArchive("ZIP", e);
    }
  }

  static void unzip(ZipFile zip, Path to, Allowance read) throws IOException {
    var entry = only(zip);
    try (var stream = new WholeEntry(zip.getInputStream(entry), entry)) {
      copy(FileWrapper.ZIP.name(), read.counting(stream), to);
    } catch (EOFException | ZipException e) {
      throw Refusals.badArchive("ZIP", e);
    }
  }

  private static void copy(String what, InputStream from, Path to) throws IOException {
    long copied = Files.copy(from, to);
    if (copied == 0) {
      throw Refusals.empty("The file in the " + what + " archive is empty.");
    }
  }

  static ZipEntry only(ZipFile zip) {
    List<? extends ZipEntry> files =
        zip.stream().filter(Archive::isContent).limit(NAMED + 1).toList();
    if (files.isEmpty()) {
      throw Refusals.empty("The ZIP archive holds no file.");
    }
    if (files.size() > 1) {
      var names = files.stream().limit(NAMED).map(e -> shown(e.getName())).toList();
      var more = files.size() > NAMED ? " and more" : "";
      throw new BadFileException(
          "SEVERAL_FILES",
          "The ZIP archive holds several files: " + String.join(", ", names) + more + ".",
          "Send each file by itself, or one archive a file.");
    }
    return files.get(0);
  }

  private static boolean isContent(ZipEntry entry) {
    var name = entry.getName().replace('\\', '/');
    var own = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory()
        && !own.isEmpty()
        && !own.startsWith(".")
        && !name.startsWith("__MACOSX/")
        && !CLUTTER.contains(own.toLowerCase(Locale.ROOT));
  }

  private static String shown(String name) {
    var plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 60 ? plain.substring(0, 57) + "..." : plain;
  }
}
