package io.beckon.persistence.list.export;

import io.beckon.persistence.LineTypeSql;
import io.beckon.persistence.SqlLiteral;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportColumn.Aspect;
import io.beckon.protocol.list.ExportColumn.Kind;
import io.beckon.protocol.list.ExportColumn.OfDevice;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of an exported contact list: its own tables, merged in the order of their keys, so that
 * the first row comes at once and none is kept.
 */
public final class ContactSheet {
  private static final int FIRST_MESSAGE_RESULT = CallResult.SENT.code();

  private final TenantId tenant;
  private final long list;
  private final List<ExportColumn> columns;
  private final boolean defuse;
  private final boolean header;
  private final @Nullable String selected;

  /** Only the first of all devices is asked for: then nothing needs to be gathered. */
  private final boolean firstOnly;

  /**
   * @param selected by the wish's rule; null: everybody is
   */
  public ContactSheet(TenantId tenant, long list, ExportWish wish, @Nullable RuleSql selected) {
    this.tenant = tenant;
    this.list = list;
    this.columns = wish.columns();
    this.defuse = Sql.defuses(wish.options());
    this.header = wish.options().header();
    this.selected = selected == null ? null : selected.sql();
    this.firstOnly =
        columns.stream()
            .filter(OfDevice.class::isInstance)
            .map(OfDevice.class::cast)
            .allMatch(d -> d.n() == 1 && d.kind() == Kind.DEVICE && !d.aspect().isResult());
  }

  /**
   * @param seen the imports whose contacts are to be seen
   */
  public ExportQuery query(List<Long> seen) {
    var imports = seen.stream().map(id -> Long.toString(id)).collect(Collectors.joining(","));
    var select =
        columns.stream().map(this::expression).collect(Collectors.joining(", ", "SELECT ", ""))
            + " FROM contact_"
            + list
            + " c"
            + devices()
            + " WHERE c.list_id = "
            + list
            + " AND c.import_id = ANY ('{"
            + imports
            + "}')"
            + people()
            + " ORDER BY c.list_id, c.contact_id";
    return new ExportQuery(
        header ? columns.stream().map(ExportColumn::header).toList() : List.of(), select, defuse);
  }

  /** One without a device is asked as somebody whose device is missing. */
  private String people() {
    return selected == null
        ? ""
        : (" AND EXISTS (SELECT FROM (SELECT coalesce(e.value, '') AS value,"
                    + " coalesce(e.zone_key, '') AS zone_key, e.state, e.country, e.line_type"
                    + " FROM (VALUES (1)) AS one"
                    + " LEFT JOIN device_%1$d e ON e.list_id = %1$d AND e.contact_id = c.contact_id) d"
                    + " WHERE ")
                .formatted(list)
            + selected
            + ")";
  }

  /** Those that the rule selects. */
  private String chosenDevices() {
    return selected == null
        ? "device_" + list + " e"
        : ("(SELECT d.* FROM device_%1$d d JOIN contact_%1$d c ON c.list_id = d.list_id"
                    + " AND c.contact_id = d.contact_id WHERE d.list_id = %1$d AND ")
                .formatted(list)
            + selected
            + ") e";
  }

  private String expression(ExportColumn column) {
    if (column instanceof OfDevice device) {
      var array = "d." + array(device.kind(), device.aspect());
      var value = firstOnly ? array : array + "[" + device.n() + "]";
      return device.aspect() == Aspect.VALUE && defuse ? Sql.defusedDevice(value) : value;
    }
    if (column instanceof ExportColumn.Other other) {
      return safe("(c.other ->> " + SqlLiteral.of(other.name()) + ")");
    }
    return switch ((ExportColumn.Field) column) {
      case CONTACT_ID -> "c.contact_id";
      case CLIENT_ID -> safe("c.client_id");
      case FIRST_NAME -> safe("c.first_name");
      case LAST_NAME -> safe("c.last_name");
      case COMPANY -> safe("c.company");
      case TIME_ZONE -> "c.time_zone";
      case POSTAL_CODE -> safe("c.postal_code");
      case STATE -> safe("c.state");
      case COUNTRY -> "c.country";
      case ZONES -> "coalesce(c.time_zone, c.postal_zones)";
      case OTHER -> "c.other";
    };
  }

  private String safe(String value) {
    return defuse ? Sql.defused(value) : value;
  }

  private String devices() {
    Set<String> arrays = new TreeSet<>();
    boolean results = false;
    for (var column : columns) {
      if (column instanceof OfDevice device) {
        arrays.add(
            firstOnly
                ? value(device.aspect()) + " AS " + array(device.kind(), device.aspect())
                : aggregate(device.kind(), device.aspect()));
        results |= device.aspect().isResult();
      }
    }
    if (arrays.isEmpty()) {
      return "";
    }
    if (firstOnly) {
      return firstDevices(arrays);
    }
    return " LEFT JOIN (SELECT contact_id, "
        + String.join(", ", arrays)
        + " FROM (SELECT list_id, contact_id, chain_n, value, zone_key, state, country, line_type"
        + (results ? ", " + results() : "")
        + " FROM "
        + chosenDevices()
        + " WHERE list_id = "
        + list
        + " ORDER BY list_id, contact_id, chain_n) e GROUP BY list_id, contact_id) d"
        + " ON d.contact_id = c.contact_id";
  }

  private String firstDevices(Set<String> values) {
    return " LEFT JOIN (SELECT DISTINCT ON (list_id, contact_id) list_id, contact_id, "
        + String.join(", ", values)
        + " FROM "
        + chosenDevices()
        + " WHERE list_id = "
        + list
        + " ORDER BY list_id, contact_id, chain_n) d ON d.contact_id = c.contact_id";
  }

  private static String array(Kind kind, Aspect aspect) {
    return (kind.name() + "_" + aspect.name()).toLowerCase(Locale.ROOT);
  }

  private static String value(Aspect aspect) {
    return switch (aspect) {
      case VALUE -> "value";
      case ZONES -> "nullif(zone_key, '')";
      case STATE -> "state";
      case COUNTRY -> "country";
      case LINE_TYPE -> LineTypeSql.name("line_type");
      case ATTEMPTS -> "results[1]";
      case LAST_ATTEMPT_AT -> "results[2]";
      case CALL_RESULT -> "results[3]";
    };
  }

  private static String aggregate(Kind kind, Aspect aspect) {
    var those =
        switch (kind) {
          case DEVICE -> "";
          case PHONE -> " FILTER (WHERE strpos(value, '@') = 0)";
          case EMAIL -> " FILTER (WHERE strpos(value, '@') > 0)";
        };
    return "array_agg(" + value(aspect) + ")" + those + " AS " + array(kind, aspect);
  }

  /** Of one device: how many attempts were placed, when the last one was, and how it ended. */
  private String results() {
    return "(SELECT ARRAY[count(*)::text, to_char(max(a.authorised_at) AT TIME ZONE 'UTC',"
        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), (array_agg("
        + resultName("a.call_result")
        + " ORDER BY a.attempt_id DESC))[1]] FROM attempt a WHERE a.tenant_id = "
        + SqlLiteral.of(tenant.value())
        + " AND a.contact_id = e.contact_id AND a.device = e.value AND NOT a.not_placed) AS"
        + " results";
  }

  private static String resultName(String code) {
    return "CASE WHEN %1$s < %2$d THEN (%3$s)[%1$s + 1] ELSE (%4$s)[%1$s - %5$d] END"
        .formatted(
            code,
            FIRST_MESSAGE_RESULT,
            names(Arrays.stream(CallResult.values()).filter(r -> r.code() < FIRST_MESSAGE_RESULT)),
            names(Arrays.stream(CallResult.values()).filter(r -> r.code() >= FIRST_MESSAGE_RESULT)),
            FIRST_MESSAGE_RESULT - 1);
  }

  private static String names(Stream<CallResult> results) {
    return results.map(r -> "'" + r + "'").collect(Collectors.joining(",", "ARRAY[", "]"));
  }
}
