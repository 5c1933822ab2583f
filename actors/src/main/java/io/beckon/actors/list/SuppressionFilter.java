package io.beckon.actors.list;

import io.beckon.protocol.device.PhoneNumbers;
import io.beckon.protocol.device.PhoneReading;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.OtherFields;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.selection.SelectionRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes of the rows of a suppression file what a selection rule selects. The rule is asked for each
 * value as for a device of a contact that holds the row's other columns, those about entries too;
 * in a list of Client IDs as for a row without device.
 */
final class SuppressionFilter {
  private final RowFilter rule;
  private final List<Column> columns;
  private final OtherFields others;
  private final Locator locator;
  private final boolean clientIds;

  private SuppressionFilter(
      RowFilter rule, List<Column> columns, Locator locator, boolean clientIds) {
    this.rule = rule;
    this.columns = columns.stream().map(SuppressionFilter::asOfContact).toList();
    this.others = new OtherFields(this.columns);
    this.locator = locator;
    this.clientIds = clientIds;
  }

  static @Nullable SuppressionFilter of(
      @Nullable SelectionRule rule, List<Column> columns, Locator locator, boolean clientIds) {
    var filter = RowFilter.of(rule);
    return filter == null ? null : new SuppressionFilter(filter, columns, locator, clientIds);
  }

  private static Column asOfContact(Column column) {
    return column.role().isOfEntries() ? new Column(column.name(), ColumnRole.OTHER) : column;
  }

  /** The row with the values that are selected; or what keeps it out. */
  CookedRow apply(ReadRow row, SuppressionCook.Outcome outcome) {
    List<String> fields = new ArrayList<>(row.fields());
    fields.addAll(Collections.nCopies(Math.max(0, columns.size() - fields.size()), ""));
    Map<ColumnRole, String> known = new EnumMap<>(ColumnRole.class);
    for (int i = 0; i < columns.size(); i++) {
      var role = columns.get(i).role();
      if (!fields.get(i).isBlank() && role != ColumnRole.OTHER && !role.isDevice()) {
        known.put(role, fields.get(i).strip());
      }
    }
    var contact =
        new CookedContact(
            row.row(),
            row.line(),
            known.get(ColumnRole.CLIENT_ID),
            known.get(ColumnRole.FIRST_NAME),
            known.get(ColumnRole.LAST_NAME),
            known.get(ColumnRole.COMPANY),
            known.get(ColumnRole.TIME_ZONE),
            known.get(ColumnRole.POSTAL_CODE),
            known.get(ColumnRole.STATE),
            known.get(ColumnRole.COUNTRY),
            others.json(fields),
            clientIds ? List.of() : outcome.found().stream().map(this::device).toList());
    return rule.apply(new CookedRow.Good(contact, outcome.issues()));
  }

  private CookedDevice device(SuppressionCook.Found found) {
    if (found.value().indexOf('@') < 0
        && PhoneNumbers.parseSuppressed(found.value(), "US")
            instanceof PhoneReading.Dialable phone) {
      var facts = locator.number(phone.facts());
      return new CookedDevice(
          found.column(),
          found.value(),
          facts.country(),
          facts.state(),
          facts.lineType(),
          facts.zones());
    }
    return new CookedDevice(found.column(), found.value(), null, null, null, ZoneKey.UNKNOWN);
  }
}
