package io.beckon.persistence.list;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of {@code COPY}. */
final class CopyText {
  private final StringBuilder text;
  private boolean rowBegun;
  private long rows;

  CopyText(int expectedCharacters) {
    text = new StringBuilder(expectedCharacters);
  }

  CopyText field(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("\\N");
      return this;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
    return this;
  }

  CopyText field(long value) {
    separate();
    text.append(value);
    return this;
  }

  CopyText field(boolean value) {
    separate();
    text.append(value ? 't' : 'f');
    return this;
  }

  void endRow() {
    text.append('\n');
    rowBegun = false;
    rows++;
  }

  /** Sends all rows within the handle's transaction. */
  void into(Handle handle, String tableAndColumns) {
    if (rows == 0) {
      return;
    }
    try {
      var copy =
          handle
              .getConnection()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY " + tableAndColumns + " FROM STDIN");
      try {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new org.jdbi.v3.core.ConnectionException(e);
    }
  }

  private void separate() {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
  }
}
