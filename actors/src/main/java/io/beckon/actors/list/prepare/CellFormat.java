package io.beckon.actors.list.prepare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * How the number in a cell is written: as a person reads it, but without what depends on a
 * language. A phone number stays digits, a date is ISO 8601.
 */
sealed interface CellFormat {
  CellFormat GENERAL = new Plain(0);

  String text(double number, boolean from1904);

  /**
   * @param index of a built-in format, or the workbook's own
   * @param code the workbook's own format; null: a built-in one
   */
  static CellFormat of(int index, @Nullable String code) {
    var builtin = index >= 0 && index < 50 ? BuiltinFormats.getBuiltinFormat(index) : null;
    var format = code == null ? builtin : code;
    if (format == null || format.length() > 255) {
      return GENERAL;
    }
    if (format.matches("0{2,20}")) {
      return new Plain(format.length());
    }
    return DateUtil.isADateFormat(index, format) ? new Moment() : GENERAL;
  }

  /**
   * Digits without exponent or thousands. Excel keeps 15 of them.
   *
   * @param zeros digits that a whole number has at least: 00000 shows 1234 as 01234
   */
  record Plain(int zeros) implements CellFormat {
    /** Whole numbers below are held digit for digit. */
    private static final double EXACT = 1L << 53;

    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    @Override
    public String text(double number, boolean from1904) {
      if (!Double.isFinite(number)) {
        return "";
      }
      var text =
          number == Math.rint(number) && Math.abs(number) < EXACT
              ? Long.toString((long) number)
              : new BigDecimal(number).round(EXCEL).stripTrailingZeros().toPlainString();
      boolean padded = number >= 0 && text.length() < zeros && text.indexOf('.') < 0;
      return padded ? "0".repeat(zeros - text.length()) + text : text;
    }
  }

  /** A date, a time, or both. */
  record Moment() implements CellFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Override
    public String text(double number, boolean from1904) {
      LocalDateTime moment =
          DateUtil.isValidExcelDate(number) && number < 2_958_466
              ? DateUtil.getLocalDateTime(number, from1904, true)
              : null;
      if (moment == null) {
        return GENERAL.text(number, from1904);
      }
      if (number < 1) {
        return TIME.format(moment);
      }
      return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? moment.toLocalDate().toString()
          : moment.toLocalDate() + "T" + TIME.format(moment);
    }
  }
}
