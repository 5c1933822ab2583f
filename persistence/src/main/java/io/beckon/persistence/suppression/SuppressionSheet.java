package io.beckon.persistence.suppression;

import io.beckon.persistence.list.export.ExportQuery;
import io.beckon.persistence.list.export.Sql;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionType;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The query of an exported suppression list; an import reads the file again. */
final class SuppressionSheet {
  private static final String MOMENT =
      "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

  private SuppressionSheet() {}

  static ExportQuery query(
      Handle handle, SuppressionListId list, SuppressionType type, ExportOptions options) {
    boolean devices = type == SuppressionType.DEVICE;
    boolean defuse = Sql.defuses(options);
    var select =
        "SELECT "
            + (devices ? devices(defuse) : defuse ? Sql.defused("value") : "value")
            + ", "
            + MOMENT.formatted("valid_from")
            + ", "
            + MOMENT.formatted("valid_till")
            + ", "
            + (defuse ? Sql.defused("reason") : "reason")
            + " FROM suppression_entry WHERE list_id = "
            + list.value()
            + " AND revision >= (SELECT floor FROM suppression_list WHERE list_id = "
            + list.value()
            + ") AND (import_id IS NULL OR widened OR import_id = ANY ('{"
            + seen(handle, list)
            + "}')) ORDER BY list_id, value";
    return new ExportQuery(options.header() ? header(devices) : List.of(), select, defuse);
  }

  private static List<String> header(boolean devices) {
    return devices
        ? List.of("phone", "email", "from", "till", "reason")
        : List.of("client id", "from", "till", "reason");
  }

  private static String devices(boolean defuse) {
    return "CASE WHEN strpos(value, '@') = 0 THEN value END,"
        + " CASE WHEN strpos(value, '@') > 0 THEN "
        + (defuse ? Sql.defusedDevice("value") : "value")
        + " END";
  }

  private static String seen(Handle handle, SuppressionListId list) {
    return handle
        .createQuery(
            "SELECT import_id FROM import WHERE list_id = ? AND kind = 'SUPPRESSION'"
                + " AND state = 'COMPLETED'")
        .bind(0, list.value())
        .mapTo(String.class)
        .collect(Collectors.joining(","));
  }
}
