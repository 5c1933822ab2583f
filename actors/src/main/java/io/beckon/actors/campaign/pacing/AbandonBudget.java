package io.beckon.actors.campaign.pacing;

/**
 * Counts the calls that people answered and those of them that no agent took, and says how much
 * risk the next call may run so that the share stays under the limit and is not given away either.
 */
final class AbandonBudget {
  /** Abandoned calls that are kept in hand, in units: less would be spent by chance. */
  private static final double RESERVE = 2.5;

  /** How steeply the risk rises with a balance above the reserve, and falls with one below it. */
  private static final double ABOVE = 0.3;

  private static final double BELOW = 1;

  /** On large floors many answers are under way before the first abandoned one is seen. */
  private static final double ANSWERS_PER_UNIT = 1.5;

  private static final double LEARNING = 0.002;
  private static final double MOST_LEARNED = Math.log(2);

  /** Answers, in units, within which what is abandoned at the very beginning is made up for. */
  private static final double BEGINNING = 150;

  private static final double GRACE = 2.5;
  private static final double HIGHEST = 3;

  private final double limit;
  private double answered;
  private double abandoned;
  private double learned;
  private double unit = 1;

  /**
   * @param limit share of answered calls that may be abandoned, above 0 to 1
   */
  AbandonBudget(double limit) {
    this.limit = limit;
  }

  void served() {
    answered++;
    learn();
  }

  void abandoned() {
    answered++;
    abandoned++;
    learn();
  }

  private void learn() {
    double step = LEARNING * over() / unit;
    learned = Math.max(-MOST_LEARNED, Math.min(MOST_LEARNED, learned + step));
  }

  /** Abandoned calls that could still happen without passing the limit. */
  double balance() {
    double beginning = GRACE * unit * Math.max(0, 1 - answered / (BEGINNING * unit));
    return limit * answered - abandoned + beginning;
  }

  private double over() {
    return balance() / unit - RESERVE;
  }

  /**
   * The highest chance at which the next call may find no agent. In the steady state the look-ahead
   * that abandons just the limit keeps a buffer of z deviations, where the unit normal loss of z is
   * limit * answers / deviation; the next call then finds nobody with the chance of a normal beyond
   * z. The balance moves it up and down from there.
   *
   * @param answers expected within the time that an answered call rings
   * @param deviation of answers less releases in that time
   */
  double risk(double answers, double deviation) {
    unit = Math.max(1, answers / ANSWERS_PER_UNIT);
    double over = over();
    double steady = 1 - Normal.below(Normal.zOfLoss(limit * answers / deviation));
    double moved = learned + (over > 0 ? ABOVE : BELOW) * over;
    return Math.min(0.5, steady * Math.min(HIGHEST, Math.exp(moved)));
  }

  double answeredCalls() {
    return answered;
  }

  double abandonedCalls() {
    return abandoned;
  }
}
