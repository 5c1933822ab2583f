package io.beckon.actors.campaign.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvesTest {
  @Test
  void learnsWhenPeopleAnswer() {
    var curve = new AnswerCurve();
    for (int i = 0; i < 1_000; i++) {
      curve.answered(4 + i % 10);
      curve.ended(22);
    }
    assertThat(curve.answeredBy(3.9)).isLessThan(0.02);
    assertThat(curve.answeredBy(9)).isCloseTo(0.5, within(0.06));
    assertThat(curve.ageOf(0.5)).isCloseTo(9, within(1.0));
    assertThat(curve.endedBy(21)).isLessThan(0.02);
    assertThat(curve.endedBy(23)).isGreaterThan(0.98);
  }

  @Test
  void believesInManyAnswersBeforeItKnowsBetter() {
    assertThat(new AnswerShare().mean()).isGreaterThan(0.8);
  }

  @Test
  void learnsTheShareOfAnswersAndDoubtsItLess() {
    var share = new AnswerShare();
    double before = share.doubt();
    var random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      share.learn(random.nextDouble() < 0.2);
    }
    assertThat(share.mean()).isCloseTo(0.2, within(0.03));
    assertThat(share.doubt()).isLessThan(before / 10);
  }

  @Test
  void noticesWithinAFewHundredCallsThatTheShareHasChanged() {
    var share = new AnswerShare();
    var random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      share.learn(random.nextDouble() < 0.4);
    }
    for (int i = 0; i < 400; i++) {
      share.learn(random.nextDouble() < 0.1);
    }
    assertThat(share.mean()).isLessThan(0.2);
  }

  @Test
  void doesNotTakeTheEndsOfOneLargeBurstForAChange() {
    var share = new AnswerShare();
    share.inFlight(500);
    for (int i = 0; i < 50; i++) {
      share.learn(true);
    }
    for (int i = 0; i < 450; i++) {
      share.learn(false);
    }
    assertThat(share.mean()).isCloseTo(0.1, within(0.02));
  }

  @Test
  void learnsThatWhoTalksForLongIsAboutToEnd() {
    var curve = new ReleaseCurve();
    for (int i = 0; i < 500; i++) {
      curve.released(100 + i % 60);
    }
    var busy = new Ages();
    busy.add(10);
    curve.look(busy);
    assertThat(curve.within(10, 20)).isLessThan(0.06);
    assertThat(curve.within(110, 40)).isGreaterThan(0.5);
    assertThat(curve.mean()).isCloseTo(130, within(5.0));
  }

  @Test
  void countsTalksThatHaveNotEndedYet() {
    var curve = new ReleaseCurve();
    for (int i = 0; i < 20; i++) {
      curve.released(30);
    }
    curve.look(new Ages());
    double before = curve.mean();
    var busy = new Ages();
    for (int i = 0; i < 20; i++) {
      busy.add(400);
    }
    curve.look(busy);
    assertThat(curve.mean()).isGreaterThan(3 * before);
  }
}
