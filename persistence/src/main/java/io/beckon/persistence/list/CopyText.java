package io.beckon.persistence.list;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the text format of {@code COPY}, sent piece by piece within the handle's transaction:
 * PostgreSQL stores one piece while the next is written down here. Closed before {@link #end}, they
 * are taken back.
 */
final class CopyText implements AutoCloseable {
  private static final int PIECE = 32 * 1024;

  private final Handle handle;
  private final String tableAndColumns;
  private final StringBuilder text = new StringBuilder(PIECE + 4096);
  private @Nullable CopyIn copy;
  private boolean rowBegun;

  private CopyText(Handle handle, String tableAndColumns) {
    this.handle = handle;
    this.tableAndColumns = tableAndColumns;
  }

  static CopyText into(Handle handle, String tableAndColumns) {
    return new CopyText(handle, tableAndColumns);
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
    if (text.length() >= PIECE) {
      send();
    }
  }

  /** All rows are stored when it returns; nothing happens when there were none. */
  void end() {
    if (!text.isEmpty()) {
      send();
    }
    if (copy != null) {
      try {
        copy.endCopy();
      } catch (SQLException e) {
        throw new ConnectionException(e);
      }
    }
  }

  private void send() {
    try {
      if (copy == null) {
        copy =
            handle
                .getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + tableAndColumns + " FROM STDIN");
      }
      var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      text.setLength(0);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  @Override
  public void close() {
    if (copy != null && copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        throw new ConnectionException(e);
      }
    }
  }

  private void separate() {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
  }
}
