package io.beckon.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.Database;
import io.beckon.persistence.TestPostgres;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.job.JobAction;
import io.beckon.protocol.job.JobActions;
import io.beckon.protocol.job.JobId;
import io.beckon.protocol.job.JobOutcome;
import io.beckon.protocol.job.JobRunView;
import io.beckon.protocol.job.JobSpec;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.job.JobView;
import io.beckon.protocol.job.Jobs.Kind;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsIT {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final GroupId GROUP = new GroupId(1);
  private static final JobRunner.Pace FAST =
      new JobRunner.Pace(Duration.ofMillis(50), Duration.ofSeconds(2));

  private final Clock clock = Clock.systemUTC();
  private final Database database = TestPostgres.freshDatabase();
  private final Queue<String> done = new ConcurrentLinkedQueue<>();
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final PostgresJobs jobs =
      new PostgresJobs(database, (kind, tenant, id) -> told.add(kind + " " + id), clock);
  private final List<JobRunner> runners = new ArrayList<>();

  @BeforeEach
  void aGroup() {
    database
        .jdbi()
        .useHandle(
            h -> {
              for (var tenant : List.of("acme", "other")) {
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES (?, 'A tenant', 'US', '\\x00', now())",
                    tenant);
              }
              h.execute(
                  "INSERT INTO campaign_group (group_id, tenant_id, name, state, active, slices,"
                      + " settings, settings_revision, created_at, revision)"
                      + " VALUES (1, 'acme', 'g', 'NOT_LOADED', false, 16, '{}', 1, now(), 1)");
            });
  }

  @AfterEach
  void stop() {
    runners.forEach(JobRunner::close);
  }

  private void startNodes(int count, JobActions actions) {
    for (var i = 1; i <= count; i++) {
      var runner =
          new JobRunner(
              database,
              actions,
              (kind, tenant, id) -> told.add(kind + " " + id),
              clock,
              new JobRunner.Node("node-" + i, FAST));
      runner.start();
      runners.add(runner);
    }
  }

  private CompletionStage<String> count(TenantId tenant, JobAction action, GroupId group) {
    done.add(tenant + " " + action + " " + group);
    return CompletableFuture.completedFuture("Done.");
  }

  private JobView create(JobAction action, JobTiming timing) {
    return get(jobs.create(ACME, new JobSpec("a job", action, GROUP, timing, true)));
  }

  private List<JobRunView> runs(JobId job) {
    return get(jobs.runs(ACME, job, PageRequest.first())).items();
  }

  @Test
  void runsEachOfManyDueJobsOnceInACluster() {
    for (var i = 0; i < 50; i++) {
      create(JobAction.START_GROUP, new JobTiming.Once(clock.instant()));
    }
    startNodes(3, this::count);
    await().atMost(Duration.ofSeconds(30)).until(() -> done.size() >= 50);
    await()
        .until(
            () ->
                get(jobs.list(ACME, Kind.ONCE, PageRequest.first())).items().stream()
                    .allMatch(j -> j.state() == JobView.State.DONE));
    assertThat(done).hasSize(50).containsOnly("acme START_GROUP 1");
    for (var job : get(jobs.list(ACME, Kind.ONCE, PageRequest.first())).items()) {
      assertThat(runs(job.id()))
          .singleElement()
          .satisfies(run -> assertThat(run.outcome()).isEqualTo(JobOutcome.SUCCEEDED));
      assertThat(told).contains("JOB " + job.id());
    }
  }

  @Test
  void waitsForItsMoment() {
    var job = create(JobAction.STOP_GROUP, new JobTiming.Once(clock.instant().plusSeconds(3600)));
    startNodes(1, this::count);
    create(JobAction.START_GROUP, new JobTiming.Once(clock.instant()));
    await().until(() -> done.contains("acme START_GROUP 1"));
    assertThat(done).hasSize(1);
    assertThat(get(jobs.find(ACME, job.id())).orElseThrow().state())
        .isEqualTo(JobView.State.WAITING);
  }

  @Test
  void runsAScheduleAgainAndAgain() {
    var job = create(JobAction.START_GROUP, new JobTiming.Repeated("* * * * * *", "Europe/Paris"));
    startNodes(2, this::count);
    await().until(() -> runs(job.id()).size() >= 3);
    assertThat(runs(job.id())).extracting(JobRunView::dueAt).doesNotHaveDuplicates();
    assertThat(get(jobs.find(ACME, job.id())).orElseThrow().nextRun()).isNotNull();
  }

  @Test
  void recordsARefusalAndDoesNotAskAgain() {
    var job = create(JobAction.PAUSE_GROUP, new JobTiming.Once(clock.instant()));
    startNodes(
        1,
        (tenant, action, group) ->
            CompletableFuture.failedFuture(
                new RefusedException(
                    Refusal.conflict("ILLEGAL_STATE", "It is not loaded.", "Load it."))));
    await().until(() -> state(job) == JobView.State.DONE);
    assertThat(runs(job.id()))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.outcome()).isEqualTo(JobOutcome.REFUSED);
              assertThat(run.detail()).isEqualTo("It is not loaded. Load it.");
            });
  }

  @Test
  void triesAgainLaterWhatCouldNotBeDone() {
    var job = create(JobAction.LOAD_GROUP, new JobTiming.Once(clock.instant()));
    startNodes(
        1,
        (tenant, action, group) ->
            CompletableFuture.failedFuture(new IllegalStateException("for the test")));
    await().until(() -> runs(job.id()).stream().anyMatch(r -> r.outcome() == JobOutcome.FAILED));
    await().until(() -> state(job) == JobView.State.WAITING);
    assertThat(get(jobs.find(ACME, job.id())).orElseThrow().nextRun()).isAfter(clock.instant());
  }

  @Test
  void repeatsARunWhoseNodeDied() {
    var job = create(JobAction.START_GROUP, new JobTiming.Once(clock.instant()));
    pickedByANodeThatDied(job);
    startNodes(2, this::count);
    await().atMost(Duration.ofSeconds(30)).until(() -> state(job) == JobView.State.DONE);
    assertThat(done).hasSize(1);
    assertThat(runs(job.id()))
        .extracting(JobRunView::outcome)
        .containsExactly(JobOutcome.SUCCEEDED, JobOutcome.DIED);
  }

  private void pickedByANodeThatDied(JobView job) {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "UPDATE scheduled_tasks SET picked = true, picked_by = 'node-9',"
                      + " last_heartbeat = now() - interval '1 minute' WHERE task_instance = ?",
                  job.id().toString());
              h.execute(
                  "INSERT INTO job_run (tenant_id, job_id, due_at, started_at, node)"
                      + " VALUES ('acme', ?, now(), now(), 'node-9')",
                  job.id().value());
            });
  }

  @Test
  void runsNothingThatWasDeletedOrDisabled() {
    var soon = new JobTiming.Once(clock.instant());
    var deleted = create(JobAction.START_GROUP, soon);
    get(jobs.delete(ACME, deleted.id()));
    var disabled = create(JobAction.START_GROUP, soon);
    get(
        jobs.change(
            ACME, disabled.id(), new JobSpec("off", JobAction.START_GROUP, GROUP, soon, false)));
    startNodes(1, this::count);
    create(JobAction.STOP_GROUP, soon);
    await().until(() -> !done.isEmpty());
    assertThat(done).containsExactly("acme STOP_GROUP 1");
    assertThat(state(disabled)).isEqualTo(JobView.State.DISABLED);
  }

  @Test
  void showsAndTakesNothingOfAnotherTenant() {
    var job = create(JobAction.START_GROUP, new JobTiming.Once(clock.instant()));
    assertThat(get(jobs.find(OTHER, job.id()))).isEmpty();
    assertThat(get(jobs.list(OTHER, Kind.ONCE, PageRequest.first())).items()).isEmpty();
    assertThatThrownBy(() -> get(jobs.delete(OTHER, job.id()))).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> get(jobs.runs(OTHER, job.id(), PageRequest.first())))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> get(jobs.create(OTHER, job.spec())))
        .hasMessageContaining("UNKNOWN_GROUP");
  }

  @Test
  void readsCronsInTheirZoneOverAChangeOfTheClocks() {
    var berlin = new JobTiming.Repeated("30 9 * * MON-FRI", "Europe/Berlin");
    assertThat(new Crons().next(berlin, Instant.parse("2026-10-23T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-26T08:30:00Z"));
    var seconds = new JobTiming.Repeated("15 30 9 * * SUN", "America/New_York");
    assertThat(new Crons().next(seconds, Instant.parse("2026-11-22T15:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-29T14:30:15Z"));
    for (var bad : List.of("99 9 * * *", "0 0 30 2 *", "a b c d e")) {
      assertThatThrownBy(
              () -> new Crons().next(new JobTiming.Repeated(bad, "UTC"), clock.instant()), bad)
          .hasMessageStartingWith("INVALID_CRON");
    }
  }

  private JobView.State state(JobView job) {
    return get(jobs.find(ACME, job.id())).orElseThrow().state();
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
