package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what the columns of a file mean by the names in its first line. */
final class Header {
  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_NAME = 200;
  private static final Pattern FORGIVEN = Pattern.compile("[\\s_\\-.\\uFEFF]+");
  private static final Pattern NUMBERED_PHONE = Pattern.compile("phone([1-9]|10)");
  private static final Set<String> PHONES =
      Set.of(
          "phone",
          "telephone",
          "mobile",
          "cell",
          "number",
          "device",
          "tel",
          "phonenumber",
          "telephonenumber",
          "homephone",
          "workphone",
          "businessphone",
          "mobilephone",
          "mobilenumber",
          "cellphone",
          "msisdn");
  private static final Map<String, ColumnRole> NAMED =
      synonyms(
          Map.of(
              ColumnRole.EMAIL, "email emailaddress mail",
              ColumnRole.CLIENT_ID, "clientid customerid customernumber",
              ColumnRole.FIRST_NAME, "firstname givenname forename",
              ColumnRole.LAST_NAME, "lastname surname familyname",
              ColumnRole.COMPANY, "company companyname organisation organization",
              ColumnRole.TIME_ZONE, "tz timezone",
              ColumnRole.POSTAL_CODE, "postalcode postcode zip zipcode",
              ColumnRole.STATE, "state province",
              ColumnRole.COUNTRY, "country countrycode"));

  private Header() {}

  /** The columns of a contact file; it needs at least one for phones or e-mail. */
  static List<Column> ofContacts(List<String> names) {
    var columns = columns(names);
    if (columns.stream().noneMatch(c -> c.role().isDevice())) {
      throw noColumn(
          names,
          "NO_DEVICE_COLUMN",
          "phone number or e-mail",
          "Name one column phone, mobile, telephone, cell, number, phone1 or email.");
    }
    return columns;
  }

  /** The columns of a file that changes contacts; they need not be reached by it. */
  static List<Column> ofChanges(List<String> names) {
    return columns(names);
  }

  /** The columns of a suppression file; it needs the one that the list's entries are. */
  static List<Column> ofSuppressions(List<String> names, boolean clientIds) {
    var columns = columns(names);
    if (clientIds && columns.stream().noneMatch(c -> c.role() == ColumnRole.CLIENT_ID)) {
      throw noColumn(names, "NO_CLIENT_ID_COLUMN", "Client ID", "Name one column client id.");
    }
    return clientIds ? columns : ofContacts(names);
  }

  private static List<Column> columns(List<String> names) {
    if (names.size() > MOST_COLUMNS) {
      throw new BadFileException(
          "TOO_MANY_COLUMNS",
          "The header has " + names.size() + " columns.",
          "Send at most " + MOST_COLUMNS + " columns.");
    }
    List<Column> columns = new ArrayList<>(names.size());
    Set<ColumnRole> taken = new HashSet<>();
    int devices = 0;
    for (int i = 0; i < names.size(); i++) {
      var role = role(names.get(i));
      boolean free = role.isDevice() ? devices < ContactCook.MOST_DEVICES : taken.add(role);
      devices += role.isDevice() ? 1 : 0;
      columns.add(new Column(name(names.get(i), i, columns), free ? role : ColumnRole.OTHER));
    }
    return columns;
  }

  private static Map<String, ColumnRole> synonyms(Map<ColumnRole, String> names) {
    Map<String, ColumnRole> roles = new HashMap<>();
    names.forEach((role, all) -> Set.of(all.split(" ")).forEach(name -> roles.put(name, role)));
    return Map.copyOf(roles);
  }

  private static ColumnRole role(String name) {
    var plain = FORGIVEN.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    if (PHONES.contains(plain) || NUMBERED_PHONE.matcher(plain).matches()) {
      return ColumnRole.PHONE;
    }
    return NAMED.getOrDefault(plain, ColumnRole.OTHER);
  }

  /** A column without a name, or with one that stands before it already, gets its number. */
  private static String name(String written, int position, List<Column> before) {
    var name = written.replace("\0", "").strip();
    var cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    boolean fine = !cut.isEmpty() && before.stream().noneMatch(c -> c.name().equals(cut));
    return fine ? cut : (cut + " " + (position + 1)).strip();
  }

  private static BadFileException noColumn(
      List<String> names, String code, String wanted, String remedy) {
    boolean headless =
        names.stream().anyMatch(n -> PhoneNumbers.parse(n, "US") instanceof PhoneReading.Dialable);
    var detail =
        headless
            ? "The first line holds a phone number: the file seems to have no header."
            : "None of the " + names.size() + " columns is known to hold a " + wanted + ".";
    return new BadFileException(
        code, detail, headless ? "Put a line with column names on top." : remedy);
  }
}
