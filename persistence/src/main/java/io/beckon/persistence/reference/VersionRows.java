package io.beckon.persistence.reference;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.beckon.protocol.reference.DataId;
import io.beckon.protocol.reference.ReferenceData;
import io.beckon.protocol.reference.ReferenceVersion;
import io.beckon.protocol.reference.ReferenceVersion.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads versions without their content. */
final class VersionRows {
  private static final String SELECT =
      """
      SELECT d.data_id, d.version, d.data_date, d.source, d.origin, d.sha256, d.bytes, d.numbers,
        d.postal_codes, d.states, d.countries, d.added_at, d.added_by,
        d.data_id = (SELECT data_id FROM reference_activation
          ORDER BY activation_id DESC LIMIT 1) AS active,
        (SELECT max(activated_at) FROM reference_activation a WHERE a.data_id = d.data_id)
          AS activated_at
      FROM reference_data d WHERE
      """;

  private static final String BUNDLED =
      """
      SELECT coalesce((SELECT data_id IS NULL FROM reference_activation
          ORDER BY activation_id DESC LIMIT 1), true) AS active,
        (SELECT max(activated_at) FROM reference_activation WHERE data_id IS NULL) AS activated_at
      """;

  private VersionRows() {}

  static List<ReferenceVersion> before(Handle handle, long id, int limit) {
    return handle
        .createQuery(SELECT + " d.data_id < :id ORDER BY d.data_id DESC LIMIT :limit")
        .bind("id", id)
        .bind("limit", limit)
        .map((row, ctx) -> version(row))
        .list();
  }

  static Optional<ReferenceVersion> find(Handle handle, DataId id) {
    return id.equals(DataId.BUNDLED)
        ? Optional.of(bundled(handle))
        : handle
            .createQuery(SELECT + " d.data_id = :id")
            .bind("id", id.value())
            .map((row, ctx) -> version(row))
            .findOne();
  }

  static Optional<ReferenceVersion> withContent(Handle handle, String sha256) {
    return handle
        .createQuery(SELECT + " d.sha256 = :sha")
        .bind("sha", sha256)
        .map((row, ctx) -> version(row))
        .findOne();
  }

  static ReferenceVersion bundled(Handle handle) {
    return handle
        .createQuery(BUNDLED)
        .map(
            (row, ctx) ->
                new ReferenceVersion(
                    DataId.BUNDLED,
                    "libphonenumber " + libraryVersion(),
                    ReferenceData.BUNDLED_ON,
                    Source.BUNDLED,
                    null,
                    null,
                    0,
                    0,
                    0,
                    0,
                    0,
                    null,
                    null,
                    row.getBoolean(1),
                    instant(row, 2)))
        .one();
  }

  private static String libraryVersion() {
    var version = PhoneNumberUtil.class.getPackage().getImplementationVersion();
    return version == null ? "as built in" : version;
  }

  private static ReferenceVersion version(ResultSet row) throws SQLException {
    return new ReferenceVersion(
        new DataId(row.getLong("data_id")),
        row.getString("version"),
        row.getDate("data_date").toLocalDate(),
        Source.valueOf(row.getString("source")),
        row.getString("origin"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getInt("numbers"),
        row.getInt("postal_codes"),
        row.getInt("states"),
        row.getInt("countries"),
        instant(row, row.findColumn("added_at")),
        row.getString("added_by"),
        row.getBoolean("active"),
        instant(row, row.findColumn("activated_at")));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
