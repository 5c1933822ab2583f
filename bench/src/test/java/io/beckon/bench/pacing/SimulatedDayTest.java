package io.beckon.bench.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beckon.actors.campaign.pacing.Floor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedDayTest {
  private static final Policy ONE_CALL_AN_AGENT =
      (now, floor) -> Math.max(0, floor.ready() - floor.waiting() - floor.ringing().size());

  private static Cell cell(int agents, double answerRate) {
    return new Cell(agents, answerRate, 180, HandleLaw.EXPONENTIAL, 0);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 46", "0.3, 75", "0.5, 85"})
  void comesToWhatTheFormulaSaysOfOneCallAnAgent(double answerRate, double occupancyPct) {
    Cell cell = cell(20, answerRate);
    Day day = new SimulatedDay(cell, ONE_CALL_AN_AGENT, 1, Disturbance.NONE).run(24);
    assertThat(cell.progressivePct()).isCloseTo(occupancyPct, within(1.0));
    assertThat(day.occupancyPct()).isCloseTo(occupancyPct, within(2.0));
    assertThat(day.abandonPct()).isZero();
  }

  @Test
  void countsWhoIsAnsweredWithoutAnAgentAsAbandoned() {
    Policy reckless = (now, floor) -> floor.ringing().size() < 40 ? 5 : 0;
    Day day = new SimulatedDay(cell(5, 0.5), reckless, 1, Disturbance.NONE).run(1);
    assertThat(day.abandonPct()).isGreaterThan(50);
    assertThat(day.occupancyPct()).isGreaterThan(95);
  }

  /** The whole protocol is bin/bench pacing; this cell shows that its figures still hold. */
  @Test
  void staysUnderTheLimitFromAColdStartAndNearTheTable() {
    for (long seed = 1; seed <= 3; seed++) {
      Day day = new SimulatedDay(cell(10, 0.3), new Beckon(0.03), seed, Disturbance.NONE).run(8);
      assertThat(day.abandonPct()).as("seed %d", seed).isLessThanOrEqualTo(3);
      assertThat(day.occupancyPct()).as("seed %d", seed).isGreaterThan(87 - 2.5);
    }
  }

  @ParameterizedTest
  @EnumSource(Disturbance.class)
  void keepsTheLimitWhateverHappensAtHalfTime(Disturbance disturbance) {
    Day day = new SimulatedDay(cell(20, 0.3), new Beckon(0.03), 7, disturbance).run(8);
    assertThat(day.abandonPct()).isLessThanOrEqualTo(3);
    assertThat(day.occupancyPct()).isGreaterThan(cell(20, 0.3).progressivePct());
  }

  @Test
  void asksThePolicyForNothingItCannotSee() {
    var floor = new Floor();
    assertThat(new Beckon(0.03).callsToStart(0, floor)).isZero();
  }
}
