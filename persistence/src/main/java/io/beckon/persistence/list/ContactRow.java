package io.beckon.persistence.list;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads a contact with its devices as the API shows it. */
final class ContactRow implements RowMapper<ContactView> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> OTHER = new TypeReference<>() {};
  private static final TypeReference<List<ContactView.DeviceView>> DEVICES =
      new TypeReference<>() {};

  @Override
  public ContactView map(ResultSet row, StatementContext ctx) throws SQLException {
    return new ContactView(
        new ContactId(row.getLong("contact_id")),
        row.getString("client_id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("company"),
        row.getString("time_zone"),
        row.getString("postal_code"),
        row.getString("state"),
        row.getString("country"),
        zones(row),
        read(row.getString("other"), OTHER, Map.of()),
        read(row.getString("devices"), DEVICES, List.of()),
        row.getLong("revision"));
  }

  /** As given; else as the postal code tells. */
  private static List<String> zones(ResultSet row) throws SQLException {
    var given = row.getString("time_zone");
    var postal = row.getString("postal_zones");
    return given != null
        ? List.of(given)
        : postal == null ? List.of() : List.of(postal.split("\\|"));
  }

  private static <T> T read(@Nullable String json, TypeReference<T> type, T none) {
    try {
      return json == null ? none : JSON.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
