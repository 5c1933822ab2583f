package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of file is read: where each field stands, and what the header does not tell.
 *
 * @param name 1 to 100 characters, unique within the tenant
 * @param delimiter one character, or its name ({@link Delimiter}); null: seen from the first line
 * @param quote one ASCII character, or NONE where quotes mean nothing; null: {@code "}
 * @param header whether the first line behind the skipped ones holds names; null: yes if delimited
 * @param skipLines lines in front of the header that are passed over, 0 to 1000
 * @param charset IANA name; null: detected
 * @param country ISO 3166 alpha-2 of numbers without country code; null: the list's
 * @param columns 1 to 500
 * @param otherColumns null: KEEP if delimited; of fixed fields there are no others
 */
public record DataMapping(
    String name,
    ImportKind kind,
    MappingLayout layout,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable Boolean header,
    @Nullable Integer skipLines,
    @Nullable String charset,
    @Nullable String country,
    List<MappedColumn> columns,
    @Nullable OtherColumns otherColumns) {
  /** The {@code quote} of files in which quotes mean nothing. */
  public static final String NO_QUOTE = "NONE";

  private static final int LONGEST_NAME = 100;
  private static final int MOST_SKIPPED = 1_000;

  public DataMapping {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    delimiter = delimiter == null ? null : Delimiter.of(delimiter);
    quote = quote == null ? null : quote(quote);
    header = header == null ? layout == MappingLayout.DELIMITED : header;
    skipLines = skipLines == null ? 0 : skipLines;
    if (skipLines < 0 || skipLines > MOST_SKIPPED) {
      throw new InvalidField("skipLines", "must be 0 to 1000, was " + skipLines);
    }
    charset = charset == null ? null : FileCharset.named(charset);
    country = country == null ? null : ImportOptions.country(country);
    columns = List.copyOf(columns);
    if (layout == MappingLayout.FIXED) {
      MappingRules.fixed(delimiter, quote, otherColumns, columns);
    } else {
      MappingRules.delimited(delimiter, quote, header, columns);
    }
    MappingRules.fields(kind, columns);
  }

  public boolean hasHeader() {
    return Boolean.TRUE.equals(header);
  }

  public int linesToSkip() {
    return skipLines == null ? 0 : skipLines;
  }

  public boolean keepsOthers() {
    return layout == MappingLayout.DELIMITED && otherColumns != OtherColumns.DROP;
  }

  public boolean hasFixedFields() {
    return layout == MappingLayout.FIXED;
  }

  /** The columns in the order in which their devices are tried; the others behind them. */
  public List<MappedColumn> ordered() {
    return columns.stream().sorted(Comparator.comparingInt(MappedColumn::order)).toList();
  }

  private static String quote(String text) {
    var one = text.strip();
    if (one.equalsIgnoreCase(NO_QUOTE)) {
      return NO_QUOTE;
    }
    boolean usable = one.length() == 1 && one.charAt(0) > ' ' && one.charAt(0) < 127;
    if (!usable || Character.isLetterOrDigit(one.charAt(0))) {
      throw new InvalidField(
          "quote", "must be one ASCII character that is no letter or digit, or NONE, was " + text);
    }
    return one;
  }
}
