package io.beckon.http.list;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A single contact as the API takes it; held to the same rules as a row of a file.
 *
 * @param devices phone numbers and e-mail addresses in the order of trying
 * @param other further columns under their names
 * @param allowPremiumRate whether premium-rate numbers are taken; true for a contact that has one
 */
record NewContact(
    List<String> devices,
    @Nullable String clientId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String timeZone,
    @Nullable String postalCode,
    @Nullable String state,
    @Nullable String country,
    Map<String, String> other,
    @Nullable Boolean allowPremiumRate) {
  /** What is there, to be changed in part. */
  static NewContact of(ContactView contact) {
    return new NewContact(
        contact.devices().stream().map(ContactView.DeviceView::value).toList(),
        contact.clientId(),
        contact.firstName(),
        contact.lastName(),
        contact.company(),
        contact.timeZone(),
        contact.postalCode(),
        contact.state(),
        contact.country(),
        contact.other(),
        contact.devices().stream().anyMatch(d -> d.lineType() == LineType.PREMIUM_RATE));
  }

  CookedContact cooked(CookTerms usual) {
    List<Column> columns = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (var device : devices) {
      columns.add(
          new Column("devices", device.contains("@") ? ColumnRole.EMAIL : ColumnRole.PHONE));
      fields.add(device);
    }
    add(columns, fields, new Column("clientId", ColumnRole.CLIENT_ID), clientId);
    add(columns, fields, new Column("firstName", ColumnRole.FIRST_NAME), firstName);
    add(columns, fields, new Column("lastName", ColumnRole.LAST_NAME), lastName);
    add(columns, fields, new Column("company", ColumnRole.COMPANY), company);
    add(columns, fields, new Column("timeZone", ColumnRole.TIME_ZONE), timeZone);
    add(columns, fields, new Column("postalCode", ColumnRole.POSTAL_CODE), postalCode);
    add(columns, fields, new Column("state", ColumnRole.STATE), state);
    add(columns, fields, new Column("country", ColumnRole.COUNTRY), country);
    other.forEach((name, value) -> add(columns, fields, new Column(name, ColumnRole.OTHER), value));
    if (devices.size() > ContactCook.MOST_DEVICES) {
      throw new InvalidField("devices", "may be 10 at most, were " + devices.size());
    }
    var terms = usual.allowingPremiumRate(Boolean.TRUE.equals(allowPremiumRate));
    return good(new ContactCook(columns, terms).cook(1, 1, fields));
  }

  private static CookedContact good(CookedRow row) {
    if (row instanceof CookedRow.Good good && good.warnings().isEmpty()) {
      return good.contact();
    }
    var issue =
        row instanceof CookedRow.Bad bad ? bad.issue() : ((CookedRow.Good) row).warnings().get(0);
    var column = issue.column();
    throw new InvalidField(
        column == null ? "devices" : column, issue.reason() + " (" + issue.code() + ")");
  }

  private static void add(
      List<Column> columns, List<String> fields, Column column, @Nullable String value) {
    if (value != null) {
      columns.add(column);
      fields.add(value);
    }
  }
}
