package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one field stands in a file.
 *
 * @param field {@code device1} to {@code device10}, {@code email} (also {@code email2} and so on),
 *     {@code clientId}, {@code firstName}, {@code lastName}, {@code company}, {@code timeZone},
 *     {@code postalCode}, {@code state}, {@code country}, in suppression files {@code from}, {@code
 *     till} and {@code reason}, or any other name to keep the column under; up to 200 characters
 * @param name of the column in the header; any case, blanks and underscores forgiven
 * @param position of the column, from 1
 * @param from first character of the field in the line, from 1
 * @param length of the field in characters
 */
public record MappedColumn(
    String field,
    @Nullable String name,
    @Nullable Integer position,
    @Nullable Integer from,
    @Nullable Integer length) {
  static final int MOST_COLUMNS = 500;
  private static final int LONGEST_NAME = 200;

  /** Characters; a record is 256 KiB at most, whatever the charset. */
  private static final int LONGEST_LINE = 65_536;

  private static final Pattern TOO_MANY = Pattern.compile("(?:phone|device|email)\\d+");

  public MappedColumn {
    field = text("field", field);
    name = name == null ? null : text("name", name);
    if (FieldNames.role(field) == ColumnRole.OTHER
        && TOO_MANY.matcher(FieldNames.plain(field)).matches()) {
      throw new InvalidField(
          "field", "can be device1 to device10 or email1 to email10, was " + field);
    }
    range("position", position, MOST_COLUMNS);
    range("from", from, LONGEST_LINE);
    range("length", length, LONGEST_LINE);
    if (from != null && length != null && from + length - 1 > LONGEST_LINE) {
      throw new InvalidField(
          "length", "must end by character " + LONGEST_LINE + ", was " + length + " from " + from);
    }
  }

  public static MappedColumn named(String field, String name) {
    return new MappedColumn(field, name, null, null, null);
  }

  public static MappedColumn at(String field, int position) {
    return new MappedColumn(field, null, position, null, null);
  }

  public static MappedColumn fixed(String field, int from, int length) {
    return new MappedColumn(field, null, null, from, length);
  }

  public ColumnRole role(ImportKind kind) {
    return FieldNames.role(field, kind);
  }

  /** Devices are tried in this order, e-mail addresses behind the numbers; from 1. */
  int order() {
    return switch (FieldNames.role(field)) {
      case PHONE -> FieldNames.deviceNumber(field);
      case EMAIL -> ContactCook.MOST_DEVICES + FieldNames.deviceNumber(field);
      default -> 3 * ContactCook.MOST_DEVICES;
    };
  }

  /** The last character of a fixed field; 0 for others. */
  public int till() {
    return from == null || length == null ? 0 : from + length - 1;
  }

  private static String text(String name, String text) {
    var stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new InvalidField(name, "has 1 to " + LONGEST_NAME + " characters");
    }
    if (stripped.indexOf('\0') >= 0) {
      throw new InvalidField(name, "must not hold a NUL character");
    }
    return stripped;
  }

  private static void range(String name, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw new InvalidField(name, "must be 1 to " + most + ", was " + value);
    }
  }
}
