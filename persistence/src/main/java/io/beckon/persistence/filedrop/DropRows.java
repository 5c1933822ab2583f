package io.beckon.persistence.filedrop;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.SecretBox;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.filedrop.DropState;
import io.beckon.protocol.filedrop.DropTrouble;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.job.Timetable;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads rows of watched places. */
record DropRows(SecretBox box, Timetable timetable) {
  byte @Nullable [] locked(DropSettings settings) {
    return DropSecrets.locked(box, settings);
  }

  Instant next(JobTiming.Repeated schedule, Instant after) {
    return timetable.next(schedule, after);
  }

  DropSource source(ResultSet row) throws SQLException {
    var settings = JsonColumn.read(row.getString("settings"), DropSettings.class);
    return new DropSource(
        new TenantId(row.getString("tenant_id")),
        row.getString("source_id"),
        row.getLong("revision"),
        DropSecrets.with(box, settings, row.getBytes("credentials")),
        new DropSource.Past(
            row.getObject("ran_at", OffsetDateTime.class).toInstant(),
            instant(row, "asked_at"),
            trouble(row)));
  }

  private static @Nullable DropTrouble trouble(ResultSet row) throws SQLException {
    var nextTry = instant(row, "next_try");
    return nextTry == null
        ? null
        : new DropTrouble(row.getString("last_error"), row.getInt("failures"), nextTry);
  }

  DropSourceView view(ResultSet row) throws SQLException {
    var source = source(row);
    var settings = source.settings();
    var credentials = settings.credentials();
    return new DropSourceView(
        source.id(),
        settings.name(),
        settings.kind(),
        settings.url(),
        credentials == null ? null : credentials.username(),
        credentials != null && credentials.password() != null,
        settings.privateKey() != null,
        settings.knownHosts(),
        settings.fingerprint(),
        settings.marker(),
        settings.afterOrUsual(),
        settings.maskOrUsual(),
        settings.times(),
        settings.work(),
        state(row, source),
        source.revision());
  }

  private DropState state(ResultSet row, DropSource source) throws SQLException {
    var schedule = source.settings().times().schedule();
    return new DropState(
        schedule.map(s -> next(s, source.ranAt())).orElse(null),
        instant(row, "last_run"),
        row.getString("last_error"),
        row.getInt("failures"),
        instant(row, "next_try"),
        row.getLong("taken"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
