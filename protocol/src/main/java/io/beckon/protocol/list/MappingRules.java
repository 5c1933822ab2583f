package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes a mapping one that can be read by; each refusal names the column. */
final class MappingRules {
  private MappingRules() {}

  static void delimited(
      @Nullable String delimiter,
      @Nullable String quote,
      boolean header,
      List<MappedColumn> columns) {
    if (quote != null && quote.equals(delimiter)) {
      throw new InvalidField("quote", "must not be the delimiter, both were " + quote);
    }
    Map<Object, Integer> seen = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      absent(i, "from", column.from(), "is for the layout FIXED");
      absent(i, "length", column.length(), "is for the layout FIXED");
      var name = column.name();
      var position = column.position();
      if (name == null && position == null) {
        throw new InvalidField(
            path(i, header ? "name" : "position"),
            header ? "or position must say where the field stands" : "is required without header");
      }
      if (name != null && position != null) {
        throw new InvalidField(path(i, "position"), "and name say the same; give one of them");
      }
      if (name != null && !header) {
        throw new InvalidField(path(i, "name"), "needs a header; give the position instead");
      }
      once(
          seen,
          i,
          position == null ? "name" : "position",
          position == null ? FieldNames.plain(String.valueOf(name)) : position,
          position == null ? String.valueOf(name) : position);
    }
  }

  static void fixed(
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable OtherColumns others,
      List<MappedColumn> columns) {
    if (delimiter != null) {
      throw new InvalidField("delimiter", "is for the layout DELIMITED; leave it out");
    }
    if (quote != null) {
      throw new InvalidField("quote", "is for the layout DELIMITED; leave it out");
    }
    if (others == OtherColumns.KEEP) {
      throw new InvalidField("otherColumns", "can only be DROP with the layout FIXED");
    }
    for (int i = 0; i < columns.size(); i++) {
      absent(i, "name", columns.get(i).name(), "is for the layout DELIMITED");
      absent(i, "position", columns.get(i).position(), "is for the layout DELIMITED");
      required(i, "from", columns.get(i).from());
      required(i, "length", columns.get(i).length());
    }
    apart(columns);
  }

  /** Which fields there must be, and may be once. */
  static void fields(ImportKind kind, List<MappedColumn> columns) {
    if (columns.isEmpty() || columns.size() > MappedColumn.MOST_COLUMNS) {
      throw new InvalidField(
          "columns", "are 1 to " + MappedColumn.MOST_COLUMNS + ", were " + columns.size());
    }
    Map<Object, Integer> seen = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      once(seen, i, "field", identity(kind, column), column.field());
    }
    boolean devices = columns.stream().anyMatch(c -> c.role(kind).isDevice());
    boolean clientIds = columns.stream().anyMatch(c -> c.role(kind) == ColumnRole.CLIENT_ID);
    if (kind == ImportKind.CONTACTS && !devices) {
      throw new InvalidField("columns", "must have a device: device1 to device10 or email");
    }
    if (kind == ImportKind.SUPPRESSION && !devices && !clientIds) {
      throw new InvalidField("columns", "must have device1, email or clientId");
    }
    if (columns.stream().filter(c -> c.role(kind).isDevice()).count() > ContactCook.MOST_DEVICES) {
      throw new InvalidField("columns", "have more than 10 devices");
    }
  }

  /** What two columns must not both be: a role, a device of one number, a name. */
  private static Object identity(ImportKind kind, MappedColumn column) {
    return switch (column.role(kind)) {
      case PHONE, EMAIL -> "device" + column.order();
      case OTHER -> FieldNames.plain(column.field());
      default -> column.role(kind);
    };
  }

  private static void apart(List<MappedColumn> columns) {
    List<Integer> byPlace = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      byPlace.add(i);
    }
    byPlace.sort(Comparator.comparingInt(i -> columns.get(i).till()));
    for (int n = 1; n < byPlace.size(); n++) {
      var before = columns.get(byPlace.get(n - 1));
      var column = columns.get(byPlace.get(n));
      int from = column.till() - (column.length() == null ? 0 : column.length()) + 1;
      if (from <= before.till()) {
        throw new InvalidField(
            path(byPlace.get(n), "from"),
            "overlaps: %s stands at %d to %d, %s ends at %d"
                .formatted(column.field(), from, column.till(), before.field(), before.till()));
      }
    }
  }

  private static void once(
      Map<Object, Integer> seen, int column, String what, Object key, Object shown) {
    var earlier = seen.putIfAbsent(key, column);
    if (earlier != null) {
      throw new InvalidField(
          path(column, what), "is given twice: columns[" + earlier + "] has " + shown + " too");
    }
  }

  private static void required(int column, String what, @Nullable Integer value) {
    if (value == null) {
      throw new InvalidField(path(column, what), "is required with the layout FIXED");
    }
  }

  private static void absent(int column, String what, @Nullable Object value, String why) {
    if (value != null) {
      throw new InvalidField(path(column, what), why + "; leave it out");
    }
  }

  private static String path(int column, String what) {
    return "columns[" + column + "]." + what;
  }
}
