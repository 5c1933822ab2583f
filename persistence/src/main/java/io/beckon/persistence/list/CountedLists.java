package io.beckon.persistence.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.persistence.Database;
import io.beckon.persistence.LineTypeSql;
import io.beckon.protocol.list.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Counts the devices of lists that have changed, one list after the other. A list that is edited
 * again and again is counted so seldom that counting takes a twentieth of the time.
 */
public final class CountedLists implements Sweep {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String NEXT =
      """
      SELECT w.list_id, w.wish_no, l.deleted_at IS NOT NULL FROM list_count_wish w
      JOIN contact_list l USING (list_id)
      WHERE w.urgent OR l.counted_at IS NULL
        OR l.counted_at + make_interval(secs => greatest(5, 20 * l.count_millis / 1000.0)) <= :now
      ORDER BY w.urgent DESC, w.wish_no LIMIT 1
      """;

  private static final String COUNT =
      """
      SELECT d.zone_key, CASE WHEN strpos(d.value, '@') > 0 THEN 'EMAIL'
          ELSE coalesce(<type>, 'UNKNOWN') END AS type, count(*)
      FROM <devices> d WHERE d.list_id = :list AND d.import_id IN (
        SELECT import_id FROM import WHERE list_id = :list AND tenant_id =
            (SELECT tenant_id FROM contact_list WHERE list_id = :list)
          AND kind IN ('CONTACTS', 'SINGLE', 'PART') AND state = 'COMPLETED')
      GROUP BY 1, 2 ORDER BY 3 DESC
      """;

  private record Next(long list, long wish, boolean gone) {}

  private record Counts(Map<String, Long> zones, Map<String, Long> types) {}

  private final Database database;
  private final Clock clock;

  public CountedLists(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database.withHandle(
        handle -> {
          var next = next(handle);
          next.ifPresent(n -> count(handle, n));
          return next.isPresent();
        });
  }

  private Optional<Next> next(Handle handle) {
    return handle
        .createQuery(NEXT)
        .bind("now", clock.instant())
        .map((row, ctx) -> new Next(row.getLong(1), row.getLong(2), row.getBoolean(3)))
        .findOne();
  }

  /** What changes after the list was read has a wish of its own, which stays. */
  private void count(Handle handle, Next next) {
    if (!next.gone()) {
      Instant began = clock.instant();
      var counts = counts(handle, next.list());
      handle
          .createUpdate(
              "UPDATE contact_list SET zone_counts = :zones::jsonb, type_counts = :types::jsonb,"
                  + " counted_at = :now, count_millis = :millis WHERE list_id = :list")
          .bind("zones", json(counts.zones()))
          .bind("types", json(counts.types()))
          .bind("now", clock.instant())
          .bind("millis", Duration.between(began, clock.instant()).toMillis())
          .bind("list", next.list())
          .execute();
    }
    handle.execute(
        "DELETE FROM list_count_wish WHERE list_id = ? AND wish_no = ?", next.list(), next.wish());
  }

  private static Counts counts(Handle handle, long list) {
    var counts = new Counts(new LinkedHashMap<>(), new LinkedHashMap<>());
    handle
        .createQuery(COUNT)
        .define("type", LineTypeSql.name("d.line_type"))
        .define("devices", Partitions.devices(list))
        .bind("list", list)
        .map(
            (row, ctx) -> {
              counts.zones().merge(row.getString(1), row.getLong(3), Long::sum);
              return counts.types().merge(row.getString(2), row.getLong(3), Long::sum);
            })
        .list();
    return counts;
  }

  private static String json(Map<String, Long> counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
