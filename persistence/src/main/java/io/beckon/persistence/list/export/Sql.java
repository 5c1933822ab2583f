package io.beckon.persistence.list.export;

import io.beckon.protocol.list.ExportOptions;

/** Pieces of SQL for statements that take no placeholders. */
public final class Sql {
  /** Signs by which a spreadsheet knows a formula, and the same in full width. */
  private static final String RISKY = "(9, 10, 13, 43, 45, 61, 64, 65291, 65293, 65309, 65312)";

  private Sql() {}

  /** A cell of a workbook is a text already; only the mark of an apostrophe is missing there. */
  public static boolean defuses(ExportOptions options) {
    return options.format() == ExportOptions.Format.CSV && !options.keepFormulas();
  }

  /**
   * A text with an apostrophe before it where a spreadsheet would run it; numbers stay as they are.
   */
  public static String defused(String text) {
    return ("CASE WHEN ascii(%1$s) IN " + RISKY + " AND %1$s !~ '^[+-]?[0-9]+([.,][0-9]+)?$'")
            .formatted(text)
        + " THEN '''' || %1$s ELSE %1$s END".formatted(text);
  }

  /** The same for a device, which is a number unless it holds an at sign. */
  public static String defusedDevice(String device) {
    return ("CASE WHEN ascii(%1$s) IN " + RISKY + " AND strpos(%1$s, '@') > 0").formatted(device)
        + " THEN '''' || %1$s ELSE %1$s END".formatted(device);
  }
}
