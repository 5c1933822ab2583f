package io.beckon.persistence.dialing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The parts of a WHERE clause that a filter asks for; a null value asks for nothing. */
final class Conditions {
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> values = new LinkedHashMap<>();

  void add(String condition, String name, @Nullable Object value) {
    if (value != null) {
      sql.append(" AND ").append(condition);
      values.put(name, value);
    }
  }

  Query bind(Query query) {
    return query.define("where", sql.toString()).bindMap(values);
  }
}
