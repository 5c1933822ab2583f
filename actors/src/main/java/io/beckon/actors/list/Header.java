package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.FieldNames;
import io.beckon.protocol.list.ImportKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what the columns of a file mean by the names in its first line. */
final class Header {
  static final int MOST_COLUMNS = 500;
  private static final int LONGEST_NAME = 200;

  private Header() {}

  /** The columns of a contact file; it needs at least one for phones or e-mail. */
  static List<Column> ofContacts(List<String> names) {
    return withDevice(names, columns(names));
  }

  /** The columns of a file that changes contacts; they need not be reached by it. */
  static List<Column> ofChanges(List<String> names) {
    return columns(names);
  }

  /** The columns of a suppression file; it needs the one that the list's entries are. */
  static List<Column> ofSuppressions(List<String> names, boolean clientIds) {
    var columns = columns(names, ImportKind.SUPPRESSION);
    if (clientIds && columns.stream().noneMatch(c -> c.role() == ColumnRole.CLIENT_ID)) {
      throw noColumn(names, "NO_CLIENT_ID_COLUMN", "Client ID", "Name one column client id.");
    }
    return clientIds ? columns : withDevice(names, columns);
  }

  private static List<Column> withDevice(List<String> names, List<Column> columns) {
    if (columns.stream().noneMatch(c -> c.role().isDevice())) {
      throw noColumn(
          names,
          "NO_DEVICE_COLUMN",
          "phone number or e-mail",
          "Name one column phone, mobile, telephone, cell, number, phone1 or email.");
    }
    return columns;
  }

  static List<Column> columns(List<String> names) {
    return columns(names, ImportKind.CONTACTS);
  }

  static List<Column> columns(List<String> names, ImportKind kind) {
    refuseTooMany(names.size());
    List<Column> columns = new ArrayList<>(names.size());
    Set<ColumnRole> taken = new HashSet<>();
    int devices = 0;
    for (int i = 0; i < names.size(); i++) {
      var role = FieldNames.role(names.get(i), kind);
      boolean free = role.isDevice() ? devices < ContactCook.MOST_DEVICES : taken.add(role);
      devices += role.isDevice() ? 1 : 0;
      columns.add(new Column(name(names.get(i), i, columns), free ? role : ColumnRole.OTHER));
    }
    return columns;
  }

  static void refuseTooMany(int columns) {
    if (columns > MOST_COLUMNS) {
      throw new BadFileException(
          "TOO_MANY_COLUMNS",
          "The header has " + columns + " columns.",
          "Send at most " + MOST_COLUMNS + " columns.");
    }
  }

  /** A column without a name, or with one that stands before it already, gets its number. */
  static String name(String written, int position, List<Column> before) {
    var name = written.replace("\0", "").strip();
    var cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    boolean fine = !cut.isEmpty() && before.stream().noneMatch(c -> c.name().equals(cut));
    return fine ? cut : (cut + " " + (position + 1)).strip();
  }

  /** The first line is a row already. */
  static boolean isMissing(List<String> names) {
    return names.stream()
        .anyMatch(n -> PhoneNumbers.parse(n, "US") instanceof PhoneReading.Dialable);
  }

  private static BadFileException noColumn(
      List<String> names, String code, String wanted, String remedy) {
    boolean headless = isMissing(names);
    var detail =
        headless
            ? "The first line holds a phone number: the file seems to have no header."
            : "None of the " + names.size() + " columns is known to hold a " + wanted + ".";
    return new BadFileException(
        code,
        detail,
        headless ? "Put a line with column names on top. Or use a mapping by position." : remedy);
  }
}
