package io.beckon.persistence.job;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobRunView;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.job.JobView;
import io.beckon.protocol.job.Jobs;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Jobs in PostgreSQL. A job and its entry in db-scheduler's table are written in one transaction,
 * so none is ever kept without being run, or run without being kept.
 */
public final class PostgresJobs implements Jobs {
  private final Database database;
  private final ChangeFeed changes;
  private final Clock clock;

  public PostgresJobs(Database database, ChangeFeed changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public CompletionStage<JobView> create(TenantId tenant, JobSpec spec) {
    return database
        .inTransaction(
            h -> {
              requireGroup(h, tenant, spec.groupId());
              var id = JobPlans.add(h, tenant, spec, clock.instant());
              return JobRows.require(h, tenant, id);
            })
        .thenApply(job -> told(tenant, job));
  }

  private static void requireGroup(Handle handle, TenantId tenant, GroupId group) {
    var there =
        handle
            .createQuery(
                "SELECT 1 FROM campaign_group WHERE tenant_id = :tenant AND group_id = :group")
            .bind("tenant", tenant.value())
            .bind("group", group.value())
            .mapTo(Integer.class)
            .findOne();
    if (there.isEmpty()) {
      throw new RefusedException(
          Refusal.invalid(
              "UNKNOWN_GROUP",
              "There is no campaign group " + group + " here.",
              "Give the id of a campaign group of your tenant."));
    }
  }

  @Override
  public CompletionStage<Page<JobView>> list(TenantId tenant, Kind kind, PageRequest page) {
    return database.withHandle(
        h ->
            Pages.of(
                h.createQuery(
                        JobRows.SELECT
                            + """
                             WHERE j.tenant_id = :tenant AND j.job_id < :before
                               AND (j.cron IS NULL) = :once
                             ORDER BY j.job_id DESC LIMIT :limit
                            """)
                    .bind("tenant", tenant.value())
                    .bind("before", page.afterNumber(Long.MAX_VALUE))
                    .bind("once", kind == Kind.ONCE)
                    .bind("limit", page.limit() + 1)
                    .map((row, context) -> JobRows.view(row))
                    .list(),
                page,
                job -> job.id().toString()));
  }

  @Override
  public CompletionStage<Optional<JobView>> find(TenantId tenant, JobId job) {
    return database.withHandle(h -> JobRows.find(h, tenant, job));
  }

  @Override
  public CompletionStage<JobView> change(TenantId tenant, JobId job, JobSpec spec) {
    return database
        .inTransaction(
            h -> {
              requireIdle(JobRows.require(h, tenant, job));
              requireGroup(h, tenant, spec.groupId());
              var update =
                  h.createUpdate(
                          """
                          UPDATE job SET name = :name, action = :action, group_id = :group,
                            once_at = :at, cron = :cron, time_zone = :zone, enabled = :enabled,
                            tries = 0
                          WHERE job_id = :job
                          """)
                      .bind("job", job.value());
              JobPlans.bound(update, spec).execute();
              JobPlans.plan(h, job, spec, clock.instant());
              return JobRows.require(h, tenant, job);
            })
        .thenApply(changed -> told(tenant, changed));
  }

  private static void requireIdle(JobView job) {
    if (job.state() == JobView.State.RUNNING) {
      throw new RefusedException(
          Refusal.conflict(
              "JOB_RUNNING", "The job " + job.name() + " runs right now.", "Wait for its end."));
    }
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, JobId job) {
    return database.useTransaction(
        h -> {
          JobRows.require(h, tenant, job);
          h.execute(
              "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?",
              JobRows.TASK,
              job.toString());
          h.execute("DELETE FROM job WHERE job_id = ?", job.value());
        });
  }

  @Override
  public CompletionStage<Page<JobRunView>> runs(TenantId tenant, JobId job, PageRequest page) {
    return database.withHandle(
        h -> {
          JobRows.require(h, tenant, job);
          return Pages.of(
              h.createQuery(
                      """
                      SELECT * FROM job_run WHERE tenant_id = :tenant AND job_id = :job
                        AND run_id < :before ORDER BY run_id DESC LIMIT :limit
                      """)
                  .bind("tenant", tenant.value())
                  .bind("job", job.value())
                  .bind("before", page.afterNumber(Long.MAX_VALUE))
                  .bind("limit", page.limit() + 1)
                  .map((row, context) -> JobRows.run(row))
                  .list(),
              page,
              JobRunView::id);
        });
  }

  private JobView told(TenantId tenant, JobView job) {
    changes.changed(ChangeKind.JOB, tenant, job.id().toString());
    return job;
  }
}
