package io.beckon.actors.compliance;

import static io.beckon.actors.compliance.PoolRig.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.compliance.AttemptSpec;
import io.beckon.protocol.compliance.CompiledRule;
import io.beckon.protocol.compliance.ContactDatesSpec;
import io.beckon.protocol.compliance.Explanation.Outcome;
import io.beckon.protocol.compliance.Explanation.Step;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.ZoneKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a denial says about when it ends; noon of the rig is 14:00 in New York on 3 June 2026. */
class NextMomentTest {
  private static final Instant MORNING_OF_THE_FIFTH = Instant.parse("2026-06-05T12:00:00Z");

  private final PoolRig rig = new PoolRig();

  @Test
  void isTheOneAtWhichEveryRuleThatDeniesNowHasEnded() {
    rules(attempts(Duration.ofHours(40)), closed("2026-06-03"));
    assertThat(rig.authorise().allowed()).isFalse();
    rules(attempts(Duration.ofHours(40)));
    assertThat(rig.authorise().allowed()).isTrue();
    rules(attempts(Duration.ofHours(40)), closed("2026-06-03"));

    var denial = Objects.requireNonNull(rig.authorise().denial());

    assertThat(denial.rule().type()).isEqualTo(RuleType.CONTACT_DATES);
    // 40 hours after noon is 06:00 in New York on the fifth, where contact times begin at 08:00.
    assertThat(denial.allowedFrom()).isEqualTo(MORNING_OF_THE_FIFTH);
  }

  @Test
  void ofAnAttemptRuleAloneIsWithinTheContactTimes() {
    rules(attempts(Duration.ofHours(40)));
    rig.authorise();

    var denial = Objects.requireNonNull(rig.authorise().denial());

    assertThat(denial.rule().type()).isEqualTo(RuleType.ATTEMPT);
    assertThat(denial.allowedFrom()).isEqualTo(MORNING_OF_THE_FIFTH);
  }

  @Test
  void isNoneWhenTheFirstRuleNeverAllowsIt() {
    rules(attempts(Duration.ofHours(40)));
    rig.callerId = null;

    assertThat(Objects.requireNonNull(rig.authorise().denial()).allowedFrom()).isNull();
  }

  @Test
  void theTraceNamesTheHolidayAndWhereItIs() {
    rules(closed("2026-06-03"));

    var trace = rig.explain(NOON).trace();

    assertThat(trace)
        .filteredOn(step -> step.outcome() == Outcome.DENIED)
        .extracting(Step::saw)
        .containsExactly("Nobody is contacted on 2026-06-03, 2026-06-03 in America/New_York.");
  }

  private void rules(CompiledRule... rules) {
    rig.rules =
        new RuleSet(PoolRig.TENANT, 0, new ZoneKey("America/Chicago"), List.of(rules), List.of());
  }

  private static CompiledRule attempts(Duration within) {
    return new AttemptSpec("Once", true, null, Set.of(), null, 1, within, null)
        .compile(new RuleRef("1", RuleType.ATTEMPT, 1));
  }

  private static CompiledRule closed(String day) {
    return new ContactDatesSpec("Closed", true, null, Set.of(), null, Set.of(), List.of(day))
        .compile(new RuleRef("2", RuleType.CONTACT_DATES, 1));
  }
}
