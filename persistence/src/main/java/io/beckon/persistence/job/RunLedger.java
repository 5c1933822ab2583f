package io.beckon.persistence.job;

import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobOutcome;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The history of runs, written by the node that runs; called on the scheduler's own threads. */
final class RunLedger {
  private static final String DIED = "Its node ended while it ran; another does it again.";

  /** A job about to run; {@code tries} of this run have failed. */
  record Job(JobId id, TenantId tenant, JobSpec spec, int tries) {}

  record Result(JobOutcome outcome, String detail) {}

  /** What stands once a run has ended. */
  record After(Instant now, int tries) {}

  private final Jdbi jdbi;
  private final String node;

  RunLedger(Jdbi jdbi, String node) {
    this.jdbi = jdbi;
    this.node = node;
  }

  Optional<Job> job(String id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(JobRows.SELECT + " WHERE j.job_id = :job AND j.enabled")
                .bind("job", Long.parseLong(id))
                .map(
                    (row, context) -> {
                      var view = JobRows.view(row);
                      var tenant = new TenantId(row.getString("tenant_id"));
                      return new Job(view.id(), tenant, view.spec(), row.getInt("tries"));
                    })
                .findOne());
  }

  long begin(Job job, Instant dueAt, Instant now) {
    return jdbi.withHandle(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO job_run (tenant_id, job_id, due_at, started_at, node)
                    VALUES (:tenant, :job, :due, :now, :node)
                    """)
                .bind("tenant", job.tenant().value())
                .bind("job", job.id().value())
                .bind("due", JobRows.utc(dueAt))
                .bind("now", JobRows.utc(now))
                .bind("node", node)
                .executeAndReturnGeneratedKeys("run_id")
                .mapTo(Long.class)
                .one());
  }

  void end(Job job, long run, Result result, After after) {
    jdbi.useTransaction(
        h -> {
          h.createUpdate(
                  """
                  UPDATE job_run SET finished_at = :now, outcome = :outcome, detail = :detail
                  WHERE run_id = :run AND finished_at IS NULL
                  """)
              .bind("now", JobRows.utc(after.now()))
              .bind("outcome", result.outcome())
              .bind("detail", result.detail())
              .bind("run", run)
              .execute();
          h.createUpdate(
                  """
                  UPDATE job SET last_run = :now, last_outcome = :outcome, tries = :tries
                  WHERE job_id = :job
                  """)
              .bind("now", JobRows.utc(after.now()))
              .bind("outcome", result.outcome())
              .bind("tries", after.tries())
              .bind("job", job.id().value())
              .execute();
        });
  }

  void died(String job, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    UPDATE job_run SET finished_at = :now, outcome = 'DIED', detail = :detail
                    WHERE job_id = :job AND finished_at IS NULL
                    """)
                .bind("now", JobRows.utc(now))
                .bind("detail", DIED)
                .bind("job", Long.parseLong(job))
                .execute());
  }
}
