package io.beckon.persistence.job;

import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes jobs together with their entries in db-scheduler's table. */
final class JobPlans {
  private JobPlans() {}

  /** Keeps a job and its entry in db-scheduler's table. */
  static JobId add(Handle handle, TenantId tenant, JobSpec spec, Instant now) {
    var job = insert(handle, tenant, spec, now);
    plan(handle, job, spec, now);
    return job;
  }

  private static JobId insert(Handle handle, TenantId tenant, JobSpec spec, Instant now) {
    var insert =
        handle
            .createUpdate(
                """
                INSERT INTO job (tenant_id, name, action, group_id, once_at, cron, time_zone,
                                 enabled, created_at)
                VALUES (:tenant, :name, :action, :group, :at, :cron, :zone, :enabled, :now)
                """)
            .bind("tenant", tenant.value())
            .bind("now", JobRows.utc(now));
    return new JobId(
        bound(insert, spec).executeAndReturnGeneratedKeys("job_id").mapTo(Long.class).one());
  }

  static <S extends SqlStatement<S>> S bound(S statement, JobSpec spec) {
    var once = spec.timing() instanceof JobTiming.Once o ? o.at() : null;
    var repeated = spec.timing() instanceof JobTiming.Repeated r ? r : null;
    return statement
        .bind("name", spec.name())
        .bind("action", spec.action())
        .bind("group", spec.groupId().value())
        .bind("at", JobRows.utc(once))
        .bind("cron", repeated == null ? null : repeated.cron())
        .bind("zone", repeated == null ? null : repeated.timeZone())
        .bind("enabled", spec.enabled());
  }

  /** Puts the job's entry in db-scheduler's table to what its spec says now. */
  static void plan(Handle handle, JobId job, JobSpec spec, Instant now) {
    var next = next(spec, now);
    handle.execute(
        "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?",
        JobRows.TASK,
        job.toString());
    if (spec.enabled()) {
      handle
          .createUpdate(
              """
              INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
              VALUES (:task, :job, :next, false, 1)
              """)
          .bind("task", JobRows.TASK)
          .bind("job", job.toString())
          .bind("next", JobRows.utc(next))
          .execute();
    }
  }

  private static Instant next(JobSpec spec, Instant now) {
    return spec.timing() instanceof JobTiming.Once once
        ? once.at()
        : new Crons().next((JobTiming.Repeated) spec.timing(), now);
  }
}
