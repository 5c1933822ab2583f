package io.beckon.protocol.list;

import io.beckon.protocol.device.Zones;
import io.beckon.protocol.reference.Locator.Whereabouts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of a row into a contact that can be stored, or says what is wrong with it. Pure:
 * the same row gives the same contact on every node.
 */
public final class ContactCook {
  /** Devices a contact may have. */
  public static final int MOST_DEVICES = 10;

  private final List<Column> columns;
  private final CookTerms terms;
  private final OtherFields others;

  public ContactCook(List<Column> columns, CookTerms terms) {
    this.columns = List.copyOf(columns);
    this.terms = terms;
    this.others = new OtherFields(columns);
  }

  /** Cooks one row; {@code fields} may have blank ones too many, but none too few. */
  public CookedRow cook(long row, long line, List<String> fields) {
    var objection = objection(row, line, fields);
    return objection != null ? new CookedRow.Bad(objection) : prepared(row, line, fields);
  }

  private @Nullable RowIssue objection(long row, long line, List<String> fields) {
    int wanted = columns.size();
    boolean tooMany =
        fields.size() > wanted
            && !fields.subList(wanted, fields.size()).stream().allMatch(String::isBlank);
    if (tooMany || fields.size() < wanted) {
      var reason = "has " + fields.size() + " fields where the header has " + wanted;
      return new RowIssue(row, line, null, IssueCode.RAGGED_ROW, reason);
    }
    for (int i = 0; i < wanted; i++) {
      var column = columns.get(i);
      var field = fields.get(i);
      if (field.length() > column.role().longest()
          && field.strip().length() > column.role().longest()) {
        var reason = "has more than " + column.role().longest() + " characters";
        return new RowIssue(row, line, column.name(), IssueCode.TOO_LONG, reason);
      }
      if (field.indexOf('\0') >= 0) {
        var reason = "holds a NUL character";
        return new RowIssue(row, line, column.name(), IssueCode.BAD_VALUE, reason);
      }
    }
    return null;
  }

  private CookedRow prepared(long row, long line, List<String> fields) {
    Map<ColumnRole, String> known = new EnumMap<>(ColumnRole.class);
    for (int i = 0; i < columns.size(); i++) {
      var role = columns.get(i).role();
      var value = fields.get(i).strip();
      if (!value.isEmpty() && role != ColumnRole.OTHER && !role.isDevice()) {
        known.put(role, value);
      }
    }
    var zone = known.get(ColumnRole.TIME_ZONE);
    if (zone != null && !Zones.isZone(zone)) {
      return bad(row, line, ColumnRole.TIME_ZONE, "is no IANA time zone such as America/Chicago");
    }
    var given = known.get(ColumnRole.COUNTRY);
    var own = given == null ? null : Countries.parse(given).orElse(null);
    if (given != null && own == null) {
      return bad(row, line, ColumnRole.COUNTRY, "is no country of ISO 3166 such as US");
    }
    if (own != null) {
      known.put(ColumnRole.COUNTRY, own);
    }
    return withDevices(new Draft(row, line, known), fields);
  }

  private CookedRow withDevices(Draft draft, List<String> fields) {
    var reader = new DeviceReader(draft.row(), draft.line(), countryOf(draft), terms);
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      if (column.role().isDevice()) {
        reader.read(column, fields.get(i));
      }
    }
    if (reader.devices().isEmpty() && (terms.needDevices() || !reader.issues().isEmpty())) {
      return new CookedRow.Bad(reader.whyNone());
    }
    List<CookedDevice> devices = new ArrayList<>(reader.devices().size());
    var known = draft.known();
    var contact =
        terms.whereabouts(
            new Whereabouts(
                known.get(ColumnRole.TIME_ZONE),
                known.get(ColumnRole.COUNTRY),
                known.get(ColumnRole.POSTAL_CODE),
                known.get(ColumnRole.STATE)));
    for (var device : reader.devices()) {
      devices.add(zoned(device, contact));
    }
    return new CookedRow.Good(
        cooked(draft, fields, devices).in(terms.locator().ownZones(contact)), reader.issues());
  }

  private CookedDevice zoned(CookedDevice device, Whereabouts contact) {
    var zones = terms.zones(device.value(), device.zones(), contact);
    return zones.equals(device.zones()) ? device : device.in(zones);
  }

  private CookedContact cooked(Draft draft, List<String> fields, List<CookedDevice> devices) {
    var known = draft.known();
    return new CookedContact(
        draft.row(),
        draft.line(),
        known.get(ColumnRole.CLIENT_ID),
        known.get(ColumnRole.FIRST_NAME),
        known.get(ColumnRole.LAST_NAME),
        known.get(ColumnRole.COMPANY),
        known.get(ColumnRole.TIME_ZONE),
        known.get(ColumnRole.POSTAL_CODE),
        known.get(ColumnRole.STATE),
        known.get(ColumnRole.COUNTRY),
        others.json(fields),
        devices);
  }

  private String countryOf(Draft draft) {
    return draft.known().getOrDefault(ColumnRole.COUNTRY, terms.country());
  }

  private CookedRow bad(long row, long line, ColumnRole role, String reason) {
    var name = columns.stream().filter(c -> c.role() == role).findFirst().orElseThrow().name();
    return new CookedRow.Bad(new RowIssue(row, line, name, IssueCode.BAD_VALUE, reason));
  }

  private record Draft(long row, long line, Map<ColumnRole, String> known) {}
}
