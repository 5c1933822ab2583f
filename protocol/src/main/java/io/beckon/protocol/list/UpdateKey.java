package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what a row of an update finds its contact.
 *
 * @param column header of a column that is kept under its name; null unless the kind is COLUMN
 */
public record UpdateKey(Kind kind, @Nullable String column) {
  /** What is compared. */
  public enum Kind {
    CLIENT_ID,
    /** The first device of the row, in the order of trying, that a contact of the list has. */
    DEVICE,
    COLUMN
  }

  public static final UpdateKey CLIENT_ID = new UpdateKey(Kind.CLIENT_ID, null);
  private static final int LONGEST = 200;

  public UpdateKey {
    if ((kind == Kind.COLUMN) != (column != null)) {
      throw new IllegalArgumentException("only COLUMN has a column, was " + kind + " " + column);
    }
  }

  /** Reads CLIENT_ID or DEVICE, in any case; anything else is the name of a column. */
  public static UpdateKey parse(String text) {
    var name = text.strip();
    var kind = name.toUpperCase(Locale.ROOT).replace(' ', '_');
    if (kind.equals(Kind.CLIENT_ID.name())) {
      return CLIENT_ID;
    }
    if (kind.equals(Kind.DEVICE.name())) {
      return new UpdateKey(Kind.DEVICE, null);
    }
    if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
      throw new InvalidField(
          "key", "must be CLIENT_ID, DEVICE or the name of a column, was " + text);
    }
    return new UpdateKey(Kind.COLUMN, name);
  }

  @Override
  public String toString() {
    return column == null ? kind.name() : column;
  }
}
