package io.beckon.actors.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.filedrop.DropAction;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropTimes;
import io.beckon.protocol.filedrop.DropTrouble;
import io.beckon.protocol.filedrop.DropWork;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.job.Timetable;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant T0 = Instant.parse("2026-11-22T09:15:00Z");
  private static final Timetable HOURLY =
      (timing, after) -> after.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  private static final Seen FILE = new Seen("/a.csv", 10, T0);
  private static final ImportId IMPORT = new ImportId(3);

  private static DropSource source(@Nullable String cron, Instant ranAt, @Nullable Instant asked) {
    var every =
        DropSettings.folder("x", "/x", "*", Duration.ofSeconds(10), DropAction.IMPORT_CONTACTS);
    var settings =
        cron == null
            ? every
            : new DropSettings(
                "x",
                every.kind(),
                "/x",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new DropTimes(null, cron, null),
                DropWork.of(DropAction.IMPORT_CONTACTS));
    return new DropSource(
        TenantId.DEFAULT, "7", 0, settings, new DropSource.Past(ranAt, asked, null));
  }

  private static Look.End saw(Set<Seen> files, ImportId... taken) {
    return new Look.End(files, List.of(), List.of(taken), null);
  }

  @Test
  void aScheduledPlaceWaitsForItsMoment() {
    var source = source("0 * * * *", T0, null);
    var standing = Standing.fresh(source, HOURLY);
    assertThat(standing.isDue(source, T0.plusSeconds(60))).isFalse();
    assertThat(standing.isDue(source, Instant.parse("2026-11-22T10:00:00Z"))).isTrue();
  }

  @Test
  void aMomentThatWasMissedIsMadeUpFor() {
    var source = source("0 * * * *", T0.minus(1, ChronoUnit.DAYS), null);
    assertThat(Standing.fresh(source, HOURLY).isDue(source, T0)).isTrue();
  }

  @Test
  void aScheduledRunLooksUntilNothingIsNewAndIsKeptOnce() {
    var source = source("0 * * * *", T0.minus(1, ChronoUnit.DAYS), null);
    var first =
        Standing.fresh(source, HOURLY)
            .begin(source, T0)
            .looked(source, saw(Set.of(FILE)), T0, HOURLY);
    assertThat(first.run()).isEmpty();
    assertThat(first.standing().due()).isEqualTo(T0.plusSeconds(10));

    var later = T0.plusSeconds(10);
    var second =
        first
            .standing()
            .begin(source, later)
            .looked(source, saw(Set.of(FILE), IMPORT), later, HOURLY);
    assertThat(second.standing().due()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(second.run())
        .hasValueSatisfying(
            run -> {
              assertThat(run.startedAt()).isEqualTo(T0);
              assertThat(run.finishedAt()).isEqualTo(later);
              assertThat(run.imports()).containsExactly(IMPORT);
              assertThat(run.error()).isNull();
            });
  }

  @Test
  void aFailureIsKeptOnceAndTriedAgainWithLongerPausesUntilItPasses() {
    var source = source("0 * * * *", T0.minus(1, ChronoUnit.DAYS), null);
    var first = Standing.fresh(source, HOURLY).begin(source, T0).failed(null, "nobody there", T0);
    assertThat(first.run().orElseThrow().error()).isEqualTo("nobody there");
    assertThat(first.standing().due()).isEqualTo(T0.plusSeconds(20));

    var second = first.standing().begin(source, T0).failed(null, "nobody there", T0);
    assertThat(second.run()).isEmpty();
    assertThat(second.standing().due()).isEqualTo(T0.plusSeconds(40));

    var done = second.standing().begin(source, T0).looked(source, saw(Set.of()), T0, HOURLY);
    assertThat(done.standing().failures()).isZero();
    assertThat(done.run().orElseThrow().error()).isNull();
    assertThat(done.standing().due()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void whatFailsGoesOnFailingOnANodeThatTakesOver() {
    var source = source("0 * * * *", T0, null);
    var failed = Standing.fresh(source, HOURLY).begin(source, T0).failed(null, "nobody there", T0);
    var kept = failed.standing().trouble("nobody there");
    assertThat(kept).isEqualTo(new DropTrouble("nobody there", 1, T0.plusSeconds(20)));

    var past = new DropSource.Past(T0, null, kept);
    var taken = new DropSource(source.tenant(), source.id(), 0, source.settings(), past);
    var standing = Standing.fresh(taken, HOURLY);
    assertThat(standing.isDue(taken, T0.plusSeconds(19))).isFalse();
    assertThat(standing.isDue(taken, T0.plusSeconds(20))).isTrue();
    var again = standing.begin(taken, T0).failed(null, "nobody there", T0);
    assertThat(again.run()).as("the first failure was kept by the other node").isEmpty();
    assertThat(again.standing().trouble("nobody there").failures()).isEqualTo(2);
  }

  @Test
  void aWishIsAnsweredAtOnceAndOnce() {
    var quiet = source("0 * * * *", T0, null);
    var asked = source("0 * * * *", T0, T0);
    var standing = Standing.fresh(quiet, HOURLY);
    assertThat(standing.isDue(asked, T0)).isTrue();
    var begun = standing.begin(asked, T0);
    assertThat(begun.isDue(asked, T0)).as("while it is looked at").isFalse();
    var after = begun.looked(asked, saw(Set.of()), T0, HOURLY);
    assertThat(after.run()).isPresent();
    assertThat(after.standing().isDue(asked, T0)).as("the wish that was answered").isFalse();
    var again = source("0 * * * *", T0, T0.plusSeconds(1));
    assertThat(after.standing().isDue(again, T0)).isTrue();
  }

  @Test
  void aPlaceWithoutAScheduleKeepsOnlyLooksThatTookSomething() {
    var source = source(null, T0, null);
    var fresh = Standing.fresh(source, HOURLY);
    assertThat(fresh.isDue(source, T0)).isTrue();
    var nothing = fresh.begin(source, T0).looked(source, saw(Set.of(FILE)), T0, HOURLY);
    assertThat(nothing.run()).isEmpty();
    var took =
        nothing.standing().begin(source, T0).looked(source, saw(Set.of(FILE), IMPORT), T0, HOURLY);
    assertThat(took.run().orElseThrow().imports()).containsExactly(IMPORT);
    assertThat(took.standing().due()).isEqualTo(T0.plusSeconds(10));
  }
}
