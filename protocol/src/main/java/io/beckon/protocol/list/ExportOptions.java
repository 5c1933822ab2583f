package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an exported file is written.
 *
 * @param delimiter one ASCII character between fields of CSV
 * @param charset of CSV; a character it does not have becomes a question mark. A workbook is UTF-8
 * @param header whether the first row holds the columns' names
 * @param keepFormulas leaves cells as they are that a spreadsheet would run; for machines only
 */
public record ExportOptions(
    Format format, char delimiter, Charset charset, boolean header, boolean keepFormulas) {
  public static final ExportOptions USUAL =
      new ExportOptions(Format.CSV, ',', StandardCharsets.UTF_8, true, false);

  private static final Map<String, String> NAMED =
      Map.of("TAB", "\t", "PIPE", "|", "COLON", ":", "SEMICOLON", ";", "COMMA", ",");

  /** What the file is. */
  public enum Format {
    CSV,
    XLSX
  }

  public ExportOptions {
    if (delimiter >= 127 || "\"\r\n\\.".indexOf(delimiter) >= 0 || isWord(delimiter)) {
      throw new InvalidField(
          "delimiter", "is one ASCII sign or TAB, PIPE, COLON, SEMICOLON, COMMA, was " + delimiter);
    }
    if (!charset.canEncode()) {
      throw new InvalidField("charset", "can only be read, not written, was " + charset);
    }
  }

  /**
   * Reads the options as a request gives them; null parts are the usual ones.
   *
   * @param formulas DEFUSE or KEEP
   */
  public static ExportOptions of(
      @Nullable String format,
      @Nullable String delimiter,
      @Nullable String charset,
      @Nullable String header,
      @Nullable String formulas) {
    return new ExportOptions(
        format == null ? USUAL.format : format(format),
        delimiter == null ? USUAL.delimiter : delimiter(delimiter),
        charset == null ? USUAL.charset : charset(charset),
        header == null || isTrue("header", header, "true", "false"),
        formulas != null && isTrue("formulas", formulas, "KEEP", "DEFUSE"));
  }

  private static Format format(String text) {
    return isTrue("format", text, "XLSX", "CSV") ? Format.XLSX : Format.CSV;
  }

  private static char delimiter(String text) {
    var sign = NAMED.getOrDefault(text.toUpperCase(Locale.ROOT), text);
    if (sign.length() != 1) {
      throw new InvalidField(
          "delimiter", "is one ASCII sign or TAB, PIPE, COLON, SEMICOLON, COMMA, was " + text);
    }
    return sign.charAt(0);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InvalidField("charset", "is no charset known here such as UTF-8, was " + name);
    }
  }

  private static boolean isTrue(String field, String text, String yes, String no) {
    if (!text.equalsIgnoreCase(yes) && !text.equalsIgnoreCase(no)) {
      throw new InvalidField(field, "must be " + yes + " or " + no + ", was " + text);
    }
    return text.equalsIgnoreCase(yes);
  }

  private static boolean isWord(char c) {
    return c < ' ' && c != '\t' || Character.isLetterOrDigit(c) || c == ' ';
  }
}
