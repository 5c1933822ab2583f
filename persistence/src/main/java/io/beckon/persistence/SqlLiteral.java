package io.beckon.persistence;

/** Texts in statements that take no placeholders. */
public final class SqlLiteral {
  private SqlLiteral() {}

  /** Means the same whatever {@code standard_conforming_strings} is. */
  public static String of(String text) {
    var quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
