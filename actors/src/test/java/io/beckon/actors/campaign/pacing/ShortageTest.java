package io.beckon.actors.campaign.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortageTest {
  private static double chance(int spare, double[] releases, double[] answers, int events) {
    var shortage = new Shortage();
    shortage.begin(spare, events);
    for (double r : releases) {
      shortage.release(r);
    }
    for (double a : answers) {
      shortage.answer(a);
    }
    return shortage.chance();
  }

  /** Adds up all outcomes, one by one. */
  private static double enumerated(int spare, double[] releases, double[] answers) {
    int n = releases.length + answers.length;
    double found = 0;
    for (int bits = 0; bits < 1 << n; bits++) {
      double chance = 1;
      int left = spare;
      for (int i = 0; i < n; i++) {
        boolean yes = (bits >> i & 1) == 1;
        double p = i < releases.length ? releases[i] : answers[i - releases.length];
        chance *= yes ? p : 1 - p;
        left += yes ? (i < releases.length ? 1 : -1) : 0;
      }
      found += left <= 0 ? chance : 0;
    }
    return found;
  }

  private static double[] chances(int size, double most, Random random) {
    return random.doubles(size, 0, most).toArray();
  }

  @Test
  void countsExactlyOnSmallFloors() {
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int spare = random.nextInt(5) - 2;
      double[] releases = chances(random.nextInt(6), 1, random);
      double[] answers = chances(random.nextInt(8), 1, random);
      int events = releases.length + answers.length;
      assertThat(chance(spare, releases, answers, events))
          .as("spare %d, %d releases, %d answers", spare, releases.length, answers.length)
          .isCloseTo(enumerated(spare, releases, answers), within(1e-12));
    }
  }

  @Test
  void estimatesLargeFloorsCloseToTheExactChance() {
    var random = new Random(2);
    for (int i = 0; i < 50; i++) {
      double[] releases = chances(40, 0.15, random);
      double[] answers = chances(45, 0.3, random);
      int spare = 2 + random.nextInt(8);
      double exact = chance(spare, releases, answers, 85);
      double estimated = chance(spare, releases, answers, 1_000);
      assertThat(estimated).as("spare %d", spare).isCloseTo(exact, within(0.01));
    }
  }

  @Test
  void findsNobodyForCertainWhenNobodyIsThere() {
    assertThat(chance(0, new double[0], new double[0], 0)).isEqualTo(1);
    assertThat(chance(1, new double[0], new double[0], 0)).isZero();
    assertThat(chance(0, new double[0], new double[0], 1_000)).isEqualTo(1);
  }
}
