package io.beckon.persistence.selection;

import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.Unjudged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a list that a rule with a custom expression selects, written down in a table that
 * the transaction has for itself. Rows are read through a cursor and written in batches, so memory
 * does not grow with the list; all of them are as of the moment the cursor was opened.
 */
final class SelectedDevices {
  private static final int BATCH = 1_000;

  private static final String TABLE =
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS selected_device (
        list_id bigint NOT NULL, contact_id bigint NOT NULL, value text NOT NULL) ON COMMIT DROP;
      CREATE INDEX IF NOT EXISTS selected_device_of ON pg_temp.selected_device (list_id, contact_id)
      """;

  /** A REPLACE completes after the transaction, not between its statements. */
  private static final String HOLD =
      """
      SELECT FROM import WHERE list_id = ? AND kind IN ('CONTACTS', 'PART') AND state = 'COMPLETED'
      FOR SHARE
      """;

  private static final String CANDIDATES =
      """
      SELECT c.contact_id, c.client_id, c.first_name, c.last_name, c.company, c.time_zone,
        c.postal_code, c.state, c.country, c.other::text AS other,
        d.value, d.country AS device_country, d.state AS device_state,
        d.line_type, d.zone_key
      FROM contact c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      JOIN device d ON d.list_id = c.list_id AND d.contact_id = c.contact_id
      WHERE c.list_id = :list AND d.list_id = :list
        AND (:only::bigint IS NULL OR c.contact_id = :only) AND
      """;

  private static final String KEEP =
      """
      INSERT INTO pg_temp.selected_device (list_id, contact_id, value)
      SELECT :list, contact, value FROM unnest(:contacts, :values) AS s (contact, value)
      """;

  static final String IS_SELECTED =
      """
      EXISTS (SELECT FROM pg_temp.selected_device s
        WHERE s.list_id = c.list_id AND s.contact_id = c.contact_id AND s.value = d.value)
      """;

  private final Handle handle;
  private final ContactListId list;
  private final RuleMatcher matcher;
  private final List<Long> contacts = new ArrayList<>(BATCH);
  private final List<String> values = new ArrayList<>(BATCH);
  private long failed;
  private @Nullable String failure;

  private SelectedDevices(Handle handle, ContactListId list, SelectionRule rule) {
    this.handle = handle;
    this.list = list;
    this.matcher = RuleMatcher.of(rule);
  }

  /**
   * @param only the one contact that is asked about; null: all of the list
   */
  static @Nullable Unjudged write(
      Handle handle, ContactListId list, SelectionRule rule, @Nullable ContactId only) {
    if (!handle.isInTransaction()) {
      throw new IllegalStateException("a custom expression is evaluated within a transaction");
    }
    handle.createScript(TABLE).execute();
    handle.execute("DELETE FROM pg_temp.selected_device WHERE list_id = ?", list.value());
    if (only == null) {
      handle.createQuery(HOLD).bind(0, list.value()).mapToMap().list();
    }
    return new SelectedDevices(handle, list, rule).writeAll(RuleSql.candidates(rule), only);
  }

  private @Nullable Unjudged writeAll(RuleSql candidates, @Nullable ContactId only) {
    var query =
        candidates
            .bind(handle.createQuery(CANDIDATES + candidates.sql()))
            .bind("list", list.value())
            .bind("only", only == null ? null : only.value())
            .setFetchSize(BATCH);
    try (var rows = query.map((row, context) -> contact(row)).iterator()) {
      rows.forEachRemaining(this::judge);
    }
    flush();
    handle.execute("ANALYZE pg_temp.selected_device");
    return failed == 0 ? null : new Unjudged(failed, Objects.requireNonNull(failure));
  }

  private void judge(CookedContact contact) {
    var verdict = matcher.judge(contact).get(0);
    if (verdict.failure() != null) {
      failed++;
      failure = failure == null ? verdict.failure() : failure;
    } else if (verdict.selected()) {
      contacts.add(contact.row());
      values.add(contact.devices().get(0).value());
    }
    if (contacts.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    handle
        .createUpdate(KEEP)
        .bind("list", list.value())
        .bindArray("contacts", Long.class, contacts)
        .bindArray("values", String.class, values)
        .execute();
    contacts.clear();
    values.clear();
  }

  /** A contact with one of its devices, as an import would have cooked it. */
  private static CookedContact contact(ResultSet row) throws SQLException {
    return new CookedContact(
        row.getLong("contact_id"),
        0,
        row.getString("client_id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("company"),
        row.getString("time_zone"),
        row.getString("postal_code"),
        row.getString("state"),
        row.getString("country"),
        row.getString("other"),
        List.of(
            new CookedDevice(
                "",
                row.getString("value"),
                row.getString("device_country"),
                row.getString("device_state"),
                lineType(row.getString("line_type")),
                new ZoneKey(row.getString("zone_key")))));
  }

  private static @Nullable LineType lineType(@Nullable String code) {
    return code == null ? null : LineType.ofCode(code).orElse(null);
  }
}
