package io.beckon.persistence.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.beckon.persistence.Database;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.job.JobActions;
import io.beckon.protocol.job.JobOutcome;
import io.beckon.protocol.job.JobTiming;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on this node. db-scheduler sees to it that a moment's run is picked by one node in the
 * cluster, and notices runs whose node has ended; such a run is recorded as DIED and done again,
 * which is harmless, because every action can be repeated.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int THREADS = 4;
  private static final int TRIES = 5;
  private static final Duration ACTION_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

  /**
   * @param poll how often due jobs are looked for
   * @param heartbeat of running jobs; after four missed ones a run counts as dead
   */
  public record Pace(Duration poll, Duration heartbeat) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  private final RunLedger ledger;
  private final JobActions actions;
  private final ChangeFeed changes;
  private final Clock clock;
  private final Scheduler scheduler;

  public JobRunner(
      Database database, JobActions actions, ChangeFeed changes, Clock clock, Node node) {
    this(database, actions, changes, clock, node, List.of());
  }

  /**
   * @param chores the platform's own tasks, beside the jobs of tenants
   */
  public JobRunner(
      Database database,
      JobActions actions,
      ChangeFeed changes,
      Clock clock,
      Node node,
      List<RecurringTask<Void>> chores) {
    this.ledger = new RunLedger(database.jdbi(), node.name());
    this.actions = actions;
    this.changes = changes;
    this.clock = clock;
    this.scheduler =
        Scheduler.create(database.dataSource(), task())
            .schedulerName(new SchedulerName.Fixed(node.name()))
            .startTasks(chores)
            .threads(THREADS)
            .pollingInterval(node.pace().poll())
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(node.pace().heartbeat())
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  /** Who runs, and how eagerly. */
  public record Node(String name, Pace pace) {}

  public void start() {
    scheduler.start();
  }

  /** Waits a little for runs under way; what does not end in time is another node's to repeat. */
  @Override
  public void close() {
    scheduler.stop();
  }

  private CustomTask<Void> task() {
    return Tasks.custom(JobRows.TASK, Void.class)
        .onDeadExecution(this::died)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(FIRST_RETRY)))
        .execute((instance, context) -> run(context.getExecution()));
  }

  private CompletionHandler<Void> run(Execution execution) {
    var found = ledger.job(execution.getId());
    if (found.isEmpty()) {
      return (complete, operations) -> operations.remove();
    }
    var job = found.get();
    var run = ledger.begin(job, execution.executionTime, clock.instant());
    tell(job);
    var result = perform(job);
    var retry = result.outcome() == JobOutcome.FAILED && job.tries() + 1 < TRIES;
    ledger.end(job, run, result, new RunLedger.After(clock.instant(), retry ? job.tries() + 1 : 0));
    return (complete, operations) -> {
      next(job, retry, complete, operations);
      tell(job);
    };
  }

  private RunLedger.Result perform(RunLedger.Job job) {
    try {
      var done =
          actions
              .perform(job.tenant(), job.spec().action(), job.spec().groupId())
              .toCompletableFuture()
              .orTimeout(ACTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      return new RunLedger.Result(JobOutcome.SUCCEEDED, done);
    } catch (CompletionException e) {
      return failed(job, Optional.ofNullable(e.getCause()).orElse(e));
    } catch (RuntimeException e) {
      return failed(job, e);
    }
  }

  private static RunLedger.Result failed(RunLedger.Job job, Throwable failure) {
    if (failure instanceof RefusedException refused) {
      var refusal = refused.refusal();
      var outcome = refusal.status() == 503 ? JobOutcome.FAILED : JobOutcome.REFUSED;
      return new RunLedger.Result(outcome, refusal.detail() + " " + refusal.remedy());
    }
    LOG.warn("event=job-failed tenant={} job={}", job.tenant(), job.id(), failure);
    return new RunLedger.Result(JobOutcome.FAILED, "It could not be done; see the log.");
  }

  private void next(
      RunLedger.Job job,
      boolean retry,
      ExecutionComplete complete,
      ExecutionOperations<Void> operations) {
    if (retry) {
      var wait = FIRST_RETRY.multipliedBy(1L << job.tries());
      operations.reschedule(complete, clock.instant().plus(wait));
    } else if (job.spec().timing() instanceof JobTiming.Repeated repeated) {
      operations.reschedule(complete, new Crons().next(repeated, clock.instant()));
    } else {
      operations.remove();
    }
  }

  private void died(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    Instant now = clock.instant();
    ledger.died(complete.getExecution().getId(), now);
    operations.reschedule(complete, now);
  }

  private void tell(RunLedger.Job job) {
    changes.changed(ChangeKind.JOB, job.tenant(), job.id().toString());
  }
}
