package io.beckon.actors.campaign.pacing;

import java.util.Arrays;

/**
 * When the persons who answer do so, and when calls that nobody answers end: both by age of the
 * call, learned from calls that have ended. How many answer is {@link AnswerShare}'s.
 */
final class AnswerCurve {
  private static final int BUCKETS = 180;
  private static final double WIDTH = 0.5;

  /** Calls that are remembered: the older ones fade. */
  private static final double MEMORY = 3_000;

  /** What is believed before the first call: answers evenly up to 20 s, other ends up to 40 s. */
  private static final double PRIOR_CALLS = 4;

  private final double[] answered = new double[BUCKETS];
  private final double[] ended = new double[BUCKETS];
  private final double[] answeredBy = new double[BUCKETS + 1];
  private final double[] endedBy = new double[BUCKETS + 1];
  private double weight = 1;
  private boolean stale = true;

  AnswerCurve() {
    Arrays.fill(answered, 0, 40, PRIOR_CALLS / 40);
    Arrays.fill(ended, 20, 80, PRIOR_CALLS / 60);
  }

  void answered(double after) {
    add(answered, after);
  }

  void ended(double after) {
    add(ended, after);
  }

  private void add(double[] counts, double after) {
    counts[Math.min(BUCKETS - 1, (int) (after / WIDTH))] += weight;
    weight *= 1 + 1 / MEMORY;
    stale = true;
    if (weight > 1e100) {
      scale(answered);
      scale(ended);
      weight = 1;
    }
  }

  private void scale(double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= weight;
    }
  }

  /** Share of the answers that come within the age, 0 to 1. */
  double answeredBy(double age) {
    refresh();
    return at(answeredBy, age);
  }

  /** Share of the calls without an answer that have ended within the age, 0 to 1. */
  double endedBy(double age) {
    refresh();
    return at(endedBy, age);
  }

  /** The age by which a share of the answers has come, in seconds. */
  double ageOf(double share) {
    refresh();
    int i = 1;
    while (i < BUCKETS && answeredBy[i] < share) {
      i++;
    }
    double below = answeredBy[i - 1];
    double step = answeredBy[i] - below;
    return WIDTH * (i - 1 + (step <= 0 ? 1 : Math.min(1, (share - below) / step)));
  }

  private static double at(double[] cumulated, double age) {
    double place = age / WIDTH;
    int i = (int) place;
    return i >= BUCKETS ? 1 : cumulated[i] + (place - i) * (cumulated[i + 1] - cumulated[i]);
  }

  private void refresh() {
    if (stale) {
      cumulate(answered, answeredBy);
      cumulate(ended, endedBy);
      stale = false;
    }
  }

  private static void cumulate(double[] counts, double[] into) {
    double sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      sum += counts[i];
      into[i + 1] = sum;
    }
    for (int i = 1; i <= BUCKETS; i++) {
      into[i] /= sum;
    }
  }
}
