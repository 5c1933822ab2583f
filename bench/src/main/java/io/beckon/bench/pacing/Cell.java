package io.beckon.bench.pacing;

/**
 * The floor of one cell of the protocol.
 *
 * @param agents signed on, 1 or more
 * @param answerRate share of calls that a person answers, above 0 to 1
 * @param handleSeconds mean of talk and wrap-up
 * @param machines share of calls that a machine answers; with answerRate at most 1
 */
record Cell(int agents, double answerRate, double handleSeconds, HandleLaw law, double machines) {
  /** Answered calls ring for gamma(4) with this mean. */
  static final double RING_SECONDS = 10;

  /** After this long an unanswered call is given up. */
  static final double GIVEN_UP_SECONDS = 22;

  /** Longest wait of an answered call for an agent. */
  static final double MAY_WAIT_SECONDS = 2;

  Cell {
    if (agents < 1
        || answerRate <= 0
        || handleSeconds <= 0
        || machines < 0
        || answerRate + machines > 1) {
      throw new IllegalArgumentException(
          "agents from 1, answer rate above 0 and, with machines, up to 1, handle above 0; were "
              + agents
              + ", "
              + answerRate
              + ", "
              + machines
              + ", "
              + handleSeconds);
    }
  }

  /** Occupancy of one call per free agent and no more, in percent. */
  double progressivePct() {
    double lost = GIVEN_UP_SECONDS * (1 - answerRate) / answerRate;
    return 100 * handleSeconds / (handleSeconds + RING_SECONDS + lost);
  }
}
