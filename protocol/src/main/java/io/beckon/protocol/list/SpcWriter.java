package io.beckon.protocol.list;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a mapping as a specification file that {@link SpcReader} reads back to the same. */
public final class SpcWriter {
  private static final Pattern BARE = Pattern.compile("[\\p{Alnum}_.+-]+");

  private SpcWriter() {}

  public static String write(DataMapping mapping) {
    var out = new StringBuilder();
    statement(out, "mapping", mapping.name());
    statement(out, "for", mapping.kind().name().toLowerCase(Locale.ROOT));
    statement(out, "layout", mapping.layout().name().toLowerCase(Locale.ROOT));
    var delimiter = mapping.delimiter();
    statement(out, "delimiter", delimiter == null ? null : Delimiter.shown(delimiter));
    statement(out, "quote", mapping.quote());
    statement(out, "header", mapping.hasHeader() ? "yes" : "no");
    if (mapping.linesToSkip() > 0) {
      statement(out, "skip", Integer.toString(mapping.linesToSkip()));
    }
    statement(out, "charset", mapping.charset());
    statement(out, "country", mapping.country());
    if (mapping.otherColumns() != null) {
      statement(out, "others", mapping.otherColumns().name().toLowerCase(Locale.ROOT));
    }
    for (var column : mapping.columns()) {
      out.append("field ").append(word(column.field())).append(place(column)).append('\n');
    }
    return out.toString();
  }

  private static String place(MappedColumn column) {
    if (column.name() != null) {
      return " name " + word(column.name());
    }
    return column.position() != null
        ? " position " + column.position()
        : " from " + column.from() + " length " + column.length();
  }

  private static void statement(StringBuilder out, String keyword, @Nullable String value) {
    if (value != null) {
      out.append(keyword).append(' ').append(word(value)).append('\n');
    }
  }

  private static String word(String text) {
    if (BARE.matcher(text).matches()) {
      return text;
    }
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
        + '"';
  }
}
