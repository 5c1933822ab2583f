package io.beckon.protocol.list;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the columns that have no meaning of their own as one JSON object. */
public final class OtherFields {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private final int[] positions;
  private final String[] keys;

  public OtherFields(List<Column> columns) {
    positions =
        java.util.stream.IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).role() == ColumnRole.OTHER)
            .toArray();
    keys = new String[positions.length];
    for (int i = 0; i < keys.length; i++) {
      var name = ENCODER.quoteAsString(columns.get(positions[i]).name());
      keys[i] = "\"" + String.valueOf(name) + "\":\"";
    }
  }

  /** Blank fields are left out; null when nothing remains. */
  public @Nullable String json(List<String> fields) {
    StringBuilder json = null;
    for (int i = 0; i < positions.length; i++) {
      var value = fields.get(positions[i]).strip();
      if (!value.isEmpty()) {
        json = json == null ? new StringBuilder(128).append('{') : json.append(',');
        json.append(keys[i]);
        ENCODER.quoteAsString(value, json);
        json.append('"');
      }
    }
    return json == null ? null : json.append('}').toString();
  }
}
