package io.beckon.actors.campaign.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {
  private final Floor floor = new Floor();
  private final Pacer pacer = new Pacer(0.03);

  private void knows(double share) {
    for (int i = 0; i < 2_000; i++) {
      if (i % 10 < 10 * share) {
        pacer.answered(10);
      } else {
        pacer.ended(22);
      }
      pacer.released(180);
    }
  }

  /** Calls in flight once it wants no more, moment after moment. */
  private int inFlight() {
    int more = pacer.callsToStart(floor);
    while (more > 0) {
      for (int i = 0; i < more; i++) {
        floor.ringing().add(0);
      }
      more = pacer.callsToStart(floor);
    }
    return floor.ringing().size();
  }

  @Test
  void dialsNothingWithoutAgents() {
    knows(0.1);
    assertThat(pacer.callsToStart(floor)).isZero();
  }

  @Test
  void dialsOneCallForEachFreeAgentBeforeItKnowsAnything() {
    floor.ready(3);
    assertThat(pacer.callsToStart(floor)).isEqualTo(3);
  }

  @Test
  void dialsMoreWhenFewAnswer() {
    knows(0.1);
    floor.ready(10);
    assertThat(inFlight()).isBetween(20, 10 * 10);
  }

  @Test
  void neverDialsLessThanOneCallForEachFreeAgentWhateverWasAbandoned() {
    knows(0.5);
    for (int i = 0; i < 100; i++) {
      pacer.abandoned();
    }
    floor.ready(4);
    floor.ringing().add(1);
    assertThat(pacer.callsToStart(floor)).isEqualTo(3);
  }

  @Test
  void becomesCarefulWhenCallsWereAbandoned() {
    knows(0.2);
    for (int i = 0; i < 300; i++) {
      pacer.served();
    }
    floor.ready(10);
    int before = inFlight();
    for (int i = 0; i < 10; i++) {
      pacer.abandoned();
    }
    floor.ringing().clear();
    assertThat(inFlight()).isLessThan(before);
  }

  @Test
  void countsCallsThatWaitAgainstAgentsWhoAreReady() {
    floor.ready(2);
    floor.waiting(2);
    assertThat(pacer.callsToStart(floor)).isZero();
  }
}
