package io.beckon.http.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.http.Json;
import io.beckon.http.campaign.WhyView.Reason;
import io.beckon.protocol.campaign.AttemptCounts;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries.Held;
import io.beckon.protocol.campaign.GroupQueries.Summary;
import io.beckon.protocol.campaign.GroupQueries.Waiting;
import io.beckon.protocol.campaign.GroupQueries.ZoneCount;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunState;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.selection.Unjudged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final ZoneKey NEW_YORK = new ZoneKey("America/New_York");
  private static final Instant NIGHT = Instant.parse("2026-11-22T07:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-22T13:00:00Z");
  private static final Instant TOMORROW = NIGHT.plusSeconds(86_400);

  private static final Waiting NOTHING = new Waiting(List.of(), 0, null, List.of(), null);
  private static final PacingView PACING =
      new PacingView(
          15, 0, 0, 0, 6.9, List.of("AGENTS_BUSY", "COMPLIANCE_UNCERTAIN", "DATABASE_AWAY"));

  @Test
  void namesEverythingThatHoldsARunningGroupBack() {
    assertThat(reasons(PACING, false, NOTHING))
        .extracting(Reason::code)
        .containsExactly("AGENTS_BUSY", "COMPLIANCE_UNCERTAIN", "DATABASE_AWAY");
  }

  @Test
  void leavesOutWhatOnlyDelaysWhileAllIsHalted() {
    assertThat(reasons(PACING, true, NOTHING))
        .extracting(Reason::code)
        .containsExactly("HALTED", "DATABASE_AWAY");
  }

  @Test
  void namesTheHoursThatAreClosedAndWhenTheyOpen() {
    var waiting = new Waiting(List.of(new ZoneCount(NEW_YORK, 412)), 0, null, List.of(), null);

    assertThat(reasons(waiting))
        .containsExactly(
            new Reason(
                "ALL_ZONES_CLOSED",
                "412 records wait for open hours; closed now: Default hours.",
                412L,
                MORNING));
  }

  @Test
  void tellsRecordsThatARuleHoldsFromRetries() {
    var held = new Held("Once a day", RuleType.ATTEMPT, 3, TOMORROW);

    assertThat(reasons(new Waiting(List.of(), 4, MORNING, List.of(held), null)))
        .containsExactly(
            new Reason(
                "RULE_HOLDS",
                "3 records wait until this rule allows more: Once a day.",
                3L,
                TOMORROW),
            new Reason(
                "RETRIES_SCHEDULED", "1 record waits for the time of a retry.", 1L, MORNING));
  }

  @Test
  void namesARuleThatClosesTheHoursOnlyOnce() {
    var held = new Held("Default hours", RuleType.CONTACT_TIMES, 412, MORNING);
    var zones = List.of(new ZoneCount(NEW_YORK, 412));

    assertThat(reasons(new Waiting(zones, 0, null, List.of(held), null)))
        .extracting(Reason::code)
        .containsExactly("ALL_ZONES_CLOSED");
  }

  @Test
  void namesDevicesThatASelectionRuleCouldNotJudge() {
    var unjudged = new Unjudged(2, "a text is no number, time or duration");

    assertThat(reasons(new Waiting(List.of(), 0, null, List.of(), unjudged)))
        .containsExactly(
            new Reason(
                "RULE_FAILED",
                "2 devices were not loaded, as a custom expression of a selection rule cannot be"
                    + " evaluated for them: a text is no number, time or duration.",
                2L,
                null));
  }

  private static List<Reason> reasons(Waiting waiting) {
    return reasons(PacingView.IDLE, false, waiting);
  }

  private static List<Reason> reasons(PacingView pacing, boolean halted, Waiting waiting) {
    var settings =
        "{\"name\":\"Spring\",\"lists\":[{\"id\":\"1\"}]}".getBytes(StandardCharsets.UTF_8);
    var group =
        new Summary(
            new GroupId(1),
            1,
            RunState.RUNNING,
            new RunId(1),
            Json.read(settings, GroupSettings.class),
            NIGHT,
            RecordCounts.NONE,
            AttemptCounts.NONE);
    var now = new Why.Now(NIGHT, ContactTimes.withoutRules(null, NEW_YORK));
    return Why.of(group, pacing, halted, waiting, now).reasons();
  }
}
