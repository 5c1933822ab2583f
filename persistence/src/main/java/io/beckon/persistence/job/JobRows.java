package io.beckon.persistence.job;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.job.JobAction;
import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobOutcome;
import io.beckon.protocol.job.JobRunView;
import io.beckon.protocol.job.JobView;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads jobs and their runs. */
final class JobRows {
  /** The name of the one task db-scheduler knows; its instances are job ids. */
  static final String TASK = "job";

  static final String SELECT =
      """
      SELECT j.*, t.execution_time, t.picked FROM job j
      LEFT JOIN scheduled_tasks t ON t.task_name = 'job' AND t.task_instance = j.job_id::text
      """;

  private JobRows() {}

  static Optional<JobView> find(Handle handle, TenantId tenant, JobId job) {
    return handle
        .createQuery(SELECT + " WHERE j.tenant_id = :tenant AND j.job_id = :job")
        .bind("tenant", tenant.value())
        .bind("job", job.value())
        .map((row, context) -> view(row))
        .findOne();
  }

  static JobView require(Handle handle, TenantId tenant, JobId job) {
    return find(handle, tenant, job)
        .orElseThrow(() -> new RefusedException(Refusal.notFound("job", job)));
  }

  static JobView view(ResultSet row) throws SQLException {
    var nextRun = instant(row, "execution_time");
    var enabled = row.getBoolean("enabled");
    var outcome = row.getString("last_outcome");
    return new JobView(
        new JobId(row.getLong("job_id")),
        row.getString("name"),
        JobAction.valueOf(row.getString("action")),
        new GroupId(row.getLong("group_id")),
        instant(row, "once_at"),
        row.getString("cron"),
        row.getString("time_zone"),
        enabled,
        state(row.getBoolean("picked"), enabled, nextRun),
        nextRun,
        instant(row, "last_run"),
        outcome == null ? null : JobOutcome.valueOf(outcome),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static JobView.State state(boolean picked, boolean enabled, @Nullable Instant nextRun) {
    if (picked) {
      return JobView.State.RUNNING;
    }
    if (!enabled) {
      return JobView.State.DISABLED;
    }
    return nextRun == null ? JobView.State.DONE : JobView.State.WAITING;
  }

  static JobRunView run(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new JobRunView(
        Long.toString(row.getLong("run_id")),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(row, "finished_at"),
        outcome == null ? null : JobOutcome.valueOf(outcome),
        row.getString("detail"),
        row.getString("node"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
