package io.beckon.actors.campaign.pacing;

/**
 * The share of calls that a person answers. Two memories, a long one for being exact and a short
 * one for noticing that the share has changed: when they contradict each other, the long one takes
 * over what the short one knows.
 */
final class AnswerShare {
  private static final double LONG = 3_000;
  private static final double SHORT = 150;
  private static final double CONTRADICTION = 4;

  /** Before anything is known, most calls are expected to be answered: that dials least. */
  private static final double PRIOR_ANSWERS = 2.5;

  private static final double PRIOR_CALLS = 3;

  private double longAnswers = PRIOR_ANSWERS;
  private double longCalls = PRIOR_CALLS;
  private double shortAnswers = PRIOR_ANSWERS;
  private double shortCalls = PRIOR_CALLS;

  private double inFlight;

  /**
   * Calls dialled together end in the order of how they end, so a memory has to reach over several
   * times as many calls as are in flight.
   */
  void inFlight(int calls) {
    inFlight = calls;
  }

  void learn(boolean answered) {
    double one = answered ? 1 : 0;
    double longKept = 1 - 1 / Math.max(LONG, 10 * inFlight);
    double shortMemory = Math.max(SHORT, 3 * inFlight);
    double shortKept = 1 - 1 / shortMemory;
    longAnswers = longAnswers * longKept + one;
    longCalls = longCalls * longKept + 1;
    shortAnswers = shortAnswers * shortKept + one;
    shortCalls = shortCalls * shortKept + 1;
    double mean = longAnswers / longCalls;
    double apart = Math.abs(shortAnswers / shortCalls - mean);
    // Fading weights 1/m are worth about 2 m calls in the variance of their mean.
    double spread = Math.sqrt(mean * (1 - mean) / Math.min(longCalls, 2 * shortMemory));
    if (shortCalls > shortMemory * 0.8 && apart > CONTRADICTION * spread) {
      longAnswers = shortAnswers;
      longCalls = shortCalls;
    }
  }

  /**
   * What is believed. Calls that still ring are left out: while their number grows, answers come in
   * before the ends of calls without one, so the share looks higher than it is, which dials less.
   */
  double mean() {
    return longAnswers / longCalls;
  }

  /** Standard deviation of what is believed. */
  double doubt() {
    double mean = mean();
    return Math.sqrt(Math.max(1e-9, mean * (1 - mean)) / longCalls);
  }
}
