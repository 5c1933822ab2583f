package io.beckon.persistence.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/**
 * An index on a column that a list keeps under its name. It is made when rows are first looked up
 * by that column and stays as long as the list; by hash, because fields may be long.
 */
final class KeyIndex {
  private KeyIndex() {}

  /** The indexed expression. */
  static String expression(String column) {
    return "(other ->> " + literal(column) + ")";
  }

  static void require(Handle handle, long list, String column) {
    var name = Partitions.contacts(list) + "_by_" + digest(column);
    boolean there =
        handle
            .createQuery("SELECT to_regclass(:name) IS NOT NULL")
            .bind("name", name)
            .mapTo(Boolean.class)
            .one();
    if (!there) {
      handle.execute(
          "CREATE INDEX %s ON %s USING hash (%s)"
              .formatted(name, Partitions.contacts(list), expression(column)));
    }
  }

  /** Everything but letters and digits in hexadecimal, so that no name means anything in SQL. */
  private static String literal(String text) {
    var sql = new StringBuilder("U&'");
    text.codePoints()
        .forEach(
            c -> {
              if (c < 128 && Character.isLetterOrDigit(c)) {
                sql.appendCodePoint(c);
              } else {
                sql.append("\\+%06x".formatted(c));
              }
            });
    return sql.append('\'').toString();
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var bytes = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
