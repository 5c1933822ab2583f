package io.beckon.actors.list.prepare;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads the first visible sheet with content of an XLSX workbook, in fixed memory. */
final class XlsxWorkbook {
  private final ZipFile zip;
  private final Path workplace;
  private final Allowance read;
  private final Supplier<Allowance> allowances;
  private final long mostTexts;
  private final List<String> visible = new ArrayList<>();
  private boolean from1904;

  /** How much of a workbook is read. */
  record Extent(int rows, long texts) {
    static final Extent WHOLE = new Extent(Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Another part that a part names. */
  private record Part(String type, String name) {
    boolean is(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  private XlsxWorkbook(
      ZipFile zip, Path workplace, Supplier<Allowance> allowances, long mostTexts) {
    this.mostTexts = mostTexts;
    this.zip = zip;
    this.workplace = workplace;
    this.allowances = allowances;
    this.read = allowances.get();
  }

  static void write(Path file, Path workplace, Path to, Supplier<Allowance> allowances)
      throws IOException {
    write(file, workplace, to, allowances, Extent.WHOLE);
  }

  static void write(
      Path file, Path workplace, Path to, Supplier<Allowance> allowances, Extent extent)
      throws IOException {
    try (var zip = Archive.open(file);
        var rows = new CsvRows(to, allowances.get(), extent.rows())) {
      new XlsxWorkbook(zip, workplace, allowances, extent.texts()).write(rows);
    } catch (ZipException | EOFException e) {
      throw Refusals.badWorkbook(e);
    }
  }

  private void write(CsvRows rows) throws IOException {
    var book =
        parts("").values().stream()
            .filter(p -> p.is("officeDocument"))
            .findFirst()
            .orElseThrow(() -> Refusals.badWorkbook("it names no main part"));
    sheets(book.name());
    var parts = parts(book.name());
    try (var strings = strings(find(parts, "sharedStrings"))) {
      var reader = new SheetRows(strings, styles(find(parts, "styles")), from1904);
      for (var id : visible) {
        var part = parts.get(id);
        if (part != null && part.is("worksheet") && rows.isEmpty()) {
          try (var sheet = XmlPart.open(zip, part.name(), read)) {
            reader.write(sheet, rows);
          }
        }
      }
    }
    if (rows.isEmpty()) {
      throw Refusals.empty("No visible sheet of the workbook holds anything.");
    }
  }

  private void sheets(String book) throws IOException {
    try (var part = XmlPart.open(zip, book, read)) {
      while (part.next()) {
        if (part.begins("sheet") && part.attribute("state", "visible").equals("visible")) {
          visible.add(part.attribute("id", ""));
        } else if (part.begins("workbookPr")) {
          from1904 = !List.of("0", "false").contains(part.attribute("date1904", "0"));
        }
      }
    }
  }

  private SharedStrings strings(@Nullable Part named) throws IOException {
    if (named == null || zip.getEntry(named.name()) == null) {
      return SharedStrings.none(workplace);
    }
    try (var part = XmlPart.open(zip, named.name(), read)) {
      return SharedStrings.of(part, workplace, allowances.get(), mostTexts);
    }
  }

  private Styles styles(@Nullable Part named) throws IOException {
    if (named == null || zip.getEntry(named.name()) == null) {
      return Styles.none();
    }
    try (var part = XmlPart.open(zip, named.name(), read)) {
      return Styles.of(part);
    }
  }

  private static @Nullable Part find(Map<String, Part> parts, String kind) {
    return parts.values().stream().filter(p -> p.is(kind)).findFirst().orElse(null);
  }

  private static String resolved(String name) {
    return name.replaceAll("(?<=^|/)\\./", "").replaceAll("(?<=^|/)[^/]+/\\.\\./", "");
  }

  /** What the part {@code of} names, by id; of the empty name: what the file itself names. */
  private Map<String, Part> parts(String of) throws IOException {
    var folder = of.substring(0, of.lastIndexOf('/') + 1);
    Map<String, Part> parts = new HashMap<>();
    try (var part =
        XmlPart.open(zip, folder + "_rels/" + of.substring(folder.length()) + ".rels", read)) {
      while (part.next()) {
        if (part.begins("Relationship")) {
          var target = part.attribute("Target", "");
          var name = target.startsWith("/") ? target.substring(1) : resolved(folder + target);
          parts.put(part.attribute("Id", ""), new Part(part.attribute("Type", ""), name));
        }
      }
    }
    return parts;
  }
}
