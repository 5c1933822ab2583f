package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a specification file ({@code .spc}); docs/lists.md has its grammar. What is wrong with it
 * is refused as BAD_SPECIFICATION (422), with line and column.
 */
public final class SpcReader {
  private static final Map<String, String> FIELDS =
      Map.of(
          "mapping", "name",
          "for", "kind",
          "layout", "layout",
          "delimiter", "delimiter",
          "quote", "quote",
          "header", "header",
          "skip", "skipLines",
          "charset", "charset",
          "country", "country",
          "others", "otherColumns");
  private static final Set<String> STATEMENTS =
      Set.of(
          "mapping",
          "for",
          "layout",
          "delimiter",
          "quote",
          "header",
          "skip",
          "charset",
          "country",
          "others",
          "field");
  private static final Pattern COLUMN = Pattern.compile("columns\\[(\\d+)]\\.?");

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<MappedColumn> columns = new ArrayList<>();
  private final List<Integer> columnLines = new ArrayList<>();
  private int line;

  private SpcReader() {}

  /**
   * @param name where the file says none; null: it must
   * @param kind where the file says none
   */
  public static DataMapping read(String text, @Nullable String name, ImportKind kind) {
    var reader = new SpcReader();
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (var line : plain.split("\r\n|\r|\n", -1)) {
      reader.line(line);
    }
    return reader.mapping(name, kind);
  }

  public static DataMapping read(byte[] utf8, @Nullable String name, ImportKind kind) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return read(text, name, kind);
    } catch (CharacterCodingException e) {
      throw SpcLine.wrong(1, 1, "the file is not UTF-8");
    }
  }

  private void line(String text) {
    line++;
    var words = SpcLine.of(line, text);
    if (words.isEmpty()) {
      return;
    }
    var statement = words.keyword(STATEMENTS, "a statement");
    if (statement.equals("field")) {
      column(words);
    } else {
      var earlier = lines.put(statement, line);
      if (earlier != null) {
        throw SpcLine.wrong(line, 1, statement + " stands on line " + earlier + " already");
      }
      values.put(statement, value(statement, words));
    }
    words.end();
  }

  private static String value(String statement, SpcLine words) {
    return switch (statement) {
      case "for" -> words.keyword(Set.of("contacts", "suppression"), "contacts or suppression");
      case "layout" -> words.keyword(Set.of("delimited", "fixed"), "delimited or fixed");
      case "header" -> words.keyword(Set.of("yes", "no"), "yes or no");
      case "others" -> words.keyword(Set.of("keep", "drop"), "keep or drop");
      case "skip" -> Integer.toString(words.count("lines to skip"));
      default -> words.next("the " + statement).text();
    };
  }

  private void column(SpcLine words) {
    var field = words.next("the name of a field");
    String name = null;
    Integer position = null;
    Integer from = null;
    Integer length = null;
    switch (words.keyword(Set.of("name", "position", "from"), "name, position or from")) {
      case "name" -> name = words.next("the column's name in the header").text();
      case "position" -> position = words.count("position");
      default -> {
        from = words.count("from");
        words.keyword(Set.of("length"), "length");
        length = words.count("length");
      }
    }
    try {
      columns.add(new MappedColumn(field.text(), name, position, from, length));
      columnLines.add(line);
    } catch (InvalidField e) {
      throw SpcLine.wrong(line, field.column(), String.valueOf(e.getMessage()));
    }
  }

  private DataMapping mapping(@Nullable String name, ImportKind kind) {
    var named = values.getOrDefault("mapping", name == null ? "" : name);
    if (named.isBlank()) {
      throw SpcLine.wrong(1, 1, "the name is missing; add a line like: mapping \"Acme weekly\"");
    }
    boolean fixed = "fixed".equals(values.get("layout"));
    var header = values.get("header");
    var skip = values.get("skip");
    var others = values.get("others");
    try {
      return new DataMapping(
          named,
          values.containsKey("for") ? ImportKind.valueOf(upper("for")) : kind,
          fixed ? MappingLayout.FIXED : MappingLayout.DELIMITED,
          values.get("delimiter"),
          values.get("quote"),
          header == null ? null : header.equals("yes"),
          skip == null ? null : Integer.valueOf(skip),
          values.get("charset"),
          values.get("country"),
          columns,
          others == null ? null : OtherColumns.valueOf(upper("others")));
    } catch (InvalidField e) {
      throw placed(e);
    }
  }

  private String upper(String statement) {
    return String.valueOf(values.get(statement)).toUpperCase(Locale.ROOT);
  }

  /** Where in the file stands what the mapping cannot be. */
  private RefusedException placed(InvalidField e) {
    int at = line;
    var column = COLUMN.matcher(e.field());
    if (column.lookingAt()) {
      at = columnLines.get(Integer.parseInt(column.group(1)));
    } else {
      at =
          FIELDS.entrySet().stream()
              .filter(f -> f.getValue().equals(e.field()))
              .map(f -> lines.get(f.getKey()))
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(line);
    }
    var message = String.valueOf(e.getMessage()).substring(e.field().length());
    var field = column.replaceFirst("");
    var said = COLUMN.matcher(field + message).replaceAll(m -> "line " + shown(m.group(1)) + " ");
    return SpcLine.wrong(at, 1, said.replace("  ", " "));
  }

  private int shown(String column) {
    return columnLines.get(Integer.parseInt(column));
  }
}
