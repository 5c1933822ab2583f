package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.pgp.PgpRecipientId;
import io.beckon.protocol.selection.SelectionRuleId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a list is written to a place, and how. The parts are those of an export over the API;
 * null: as usual there.
 *
 * @param fileName with {@code {list}} (its id), {@code {date}} (2026-11-22) and {@code {time}}
 *     (143005) for the moment at which it is written, 1 to 150 characters; null: {@code
 *     list-{list}-{date}-{time}}, of suppression lists {@code suppression-…}, and the format's
 *     ending
 * @param columns comma list
 * @param results adds what came of attempts
 * @param formulas DEFUSE or KEEP
 * @param recipientId to whom it is encrypted; {@code .pgp} is put behind its name then
 */
public record DropExport(
    @Nullable String fileName,
    @Nullable String format,
    @Nullable String columns,
    boolean results,
    @Nullable String delimiter,
    @Nullable String charset,
    @Nullable String header,
    @Nullable String formulas,
    @Nullable SelectionRuleId selectionRuleId,
    @Nullable PgpRecipientId recipientId) {
  public static final DropExport USUAL =
      new DropExport(null, null, null, false, null, null, null, null, null, null);

  private static final Pattern UNKNOWN = Pattern.compile("\\{(?!(list|date|time)})[^}]*}?");
  private static final int LONGEST = 150;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  public DropExport {
    if (fileName != null && !isName(fileName)) {
      throw new InvalidField(
          "export.fileName",
          "must be a name of 1 to 150 characters without slashes, that does not begin with a dot"
              + " and does not end with .part, was "
              + fileName);
    }
    if (fileName != null && UNKNOWN.matcher(fileName).find()) {
      throw new InvalidField(
          "export.fileName", "knows {list}, {date} and {time} only, was " + fileName);
    }
    try {
      ExportColumn.parse(columns, results);
      ExportOptions.of(format, delimiter, charset, header, formulas);
    } catch (InvalidField e) {
      throw e.within("export");
    }
  }

  /** Refuses what only contacts have. */
  void requireEntries() {
    var field =
        columns != null
            ? "export.columns"
            : results
                ? "export.results"
                : selectionRuleId != null ? "export.selectionRuleId" : null;
    if (field != null) {
      throw new InvalidField(field, "is for contact lists; leave it out with EXPORT_SUPPRESSION");
    }
  }

  /** How the file is written. */
  public ExportOptions options() {
    return ExportOptions.of(format, delimiter, charset, header, formulas);
  }

  /** What stands in the file. */
  public ExportWish wish() {
    return new ExportWish(ExportColumn.parse(columns, results), options(), selectionRuleId);
  }

  /**
   * The file's name at a moment, as long as no other file has it.
   *
   * @param kind of the list
   * @param list its id
   * @param zone of date and time
   */
  public String nameAt(ImportKind kind, String list, Instant now, ZoneId zone) {
    var usual = (kind == ImportKind.CONTACTS ? "list" : "suppression") + "-{list}-{date}-{time}.";
    var ending = options().format().name().toLowerCase(Locale.ROOT);
    var pattern = fileName == null ? usual + ending : fileName;
    var at = now.atZone(zone);
    return pattern
            .replace("{list}", list)
            .replace("{date}", DATE.format(at))
            .replace("{time}", TIME.format(at))
        + (recipientId == null ? "" : ".pgp");
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && !text.startsWith(".")
        && !text.endsWith(".part")
        && text.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }
}
