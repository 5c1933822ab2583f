package io.beckon.persistence.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a contact list as the API shows it.
 *
 * @param most how many sets of zones are shown one by one
 */
record ContactListRow(int most) implements RowMapper<ContactListView> {
  /** Where lists are listed. */
  static final ContactListRow OF_MANY = new ContactListRow(8);

  static final ContactListRow ALONE = new ContactListRow(1_000);

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  @Override
  public ContactListView map(ResultSet row, StatementContext ctx) throws SQLException {
    var zones = counts(row.getString("zone_counts"));
    var shown = first(zones, most);
    var countedAt = row.getObject("counted_at", OffsetDateTime.class);
    return new ContactListView(
        new ContactListId(row.getLong("list_id")),
        row.getString("name"),
        row.getString("country"),
        row.getString("time_zone"),
        row.getString("label_schema_id"),
        row.getString("caller_id"),
        row.getLong("contacts"),
        shown,
        sum(zones) - sum(shown),
        first(counts(row.getString("type_counts")), Integer.MAX_VALUE),
        countedAt == null ? null : countedAt.toInstant(),
        row.getInt("open_imports"),
        row.getBoolean("secured"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("revision"));
  }

  private static Map<String, Long> counts(@Nullable String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, COUNTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Long> first(Map<String, Long> counts, int most) {
    Map<String, Long> first = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .forEach(e -> first.put(e.getKey(), e.getValue()));
    return first;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(n -> n).sum();
  }
}
