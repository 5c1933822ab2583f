package io.beckon.persistence.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads one column out of those that a row keeps under their names. */
final class OtherColumn {
  private static final JsonFactory JSON = new JsonFactory();

  private OtherColumn() {}

  /**
   * @param other a JSON object of texts; null when the row has no such columns
   */
  static @Nullable String of(@Nullable String other, String column) {
    if (other == null) {
      return null;
    }
    try (var json = JSON.createParser(other)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = column.equals(json.currentName());
        json.nextToken();
        if (wanted) {
          return json.getText();
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
