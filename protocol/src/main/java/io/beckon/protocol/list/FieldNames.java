package io.beckon.protocol.list;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What people call the fields of a contact, in headers and in mappings. */
public final class FieldNames {
  private static final Pattern FORGIVEN = Pattern.compile("[\\s_\\-.\\uFEFF]+");
  private static final Pattern NUMBERED_DEVICE = Pattern.compile("(?:phone|device)([1-9]|10)");
  private static final Pattern NUMBERED_EMAIL = Pattern.compile("email([1-9]|10)");
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

  private static final Map<String, ColumnRole> OF_ENTRIES =
      synonyms(
          Map.of(
              ColumnRole.FROM, "from validfrom suppressfrom",
              ColumnRole.TILL, "till until validtill validuntil suppresstill suppressuntil",
              ColumnRole.REASON, "reason"));

  private FieldNames() {}

  /** The name without what is forgiven: case, blanks, underscores, hyphens and dots. */
  public static String plain(String name) {
    return FORGIVEN.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** {@link ColumnRole#OTHER} for a name that means nothing of its own. */
  public static ColumnRole role(String name) {
    var plain = plain(name);
    if (PHONES.contains(plain) || NUMBERED_DEVICE.matcher(plain).matches()) {
      return ColumnRole.PHONE;
    }
    return NUMBERED_EMAIL.matcher(plain).matches()
        ? ColumnRole.EMAIL
        : NAMED.getOrDefault(plain, ColumnRole.OTHER);
  }

  /** Likewise, in a file of that kind: suppression files also have columns about their entries. */
  public static ColumnRole role(String name, ImportKind kind) {
    var ofEntry = kind == ImportKind.SUPPRESSION ? OF_ENTRIES.get(plain(name)) : null;
    return ofEntry == null ? role(name) : ofEntry;
  }

  /** The place of a device in the order of trying: 2 of {@code device2}; 1 without a number. */
  static int deviceNumber(String name) {
    var plain = plain(name);
    for (var pattern : new Pattern[] {NUMBERED_DEVICE, NUMBERED_EMAIL}) {
      var numbered = pattern.matcher(plain);
      if (numbered.matches()) {
        return Integer.parseInt(numbered.group(1));
      }
    }
    return 1;
  }

  private static Map<String, ColumnRole> synonyms(Map<ColumnRole, String> names) {
    Map<String, ColumnRole> roles = new HashMap<>();
    names.forEach((role, all) -> Set.of(all.split(" ")).forEach(name -> roles.put(name, role)));
    return Map.copyOf(roles);
  }
}
