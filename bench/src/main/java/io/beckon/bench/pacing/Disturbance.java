package io.beckon.bench.pacing;

/** What goes wrong in the middle of a day. */
enum Disturbance {
  NONE,
  /** The answer rate falls to its half within a minute, half way through the day. */
  HALVED,
  /** 30 % of the agents leave after their call at half-time, and are back 45 minutes later. */
  LUNCH,
  /** Another list: half as many people again answer, and talk for two thirds of the time. */
  LIST,
  /** The carrier takes three seconds longer for everything. */
  DELAY;

  double answerRate(Cell cell, double sinceHalfTime) {
    if (sinceHalfTime < 0) {
      return cell.answerRate();
    }
    return switch (this) {
      case HALVED -> cell.answerRate() * (1 - 0.5 * Math.min(1, sinceHalfTime / 60));
      case LIST -> Math.min(1 - cell.machines(), cell.answerRate() * 1.5);
      default -> cell.answerRate();
    };
  }

  double handleSeconds(Cell cell, double sinceHalfTime) {
    return this == LIST && sinceHalfTime >= 0 ? cell.handleSeconds() / 1.5 : cell.handleSeconds();
  }

  double delay(double sinceHalfTime) {
    return this == DELAY && sinceHalfTime >= 0 ? 3 : 0;
  }

  /** Agents who are away. */
  int away(Cell cell, double sinceHalfTime) {
    boolean now = this == LUNCH && sinceHalfTime >= 0 && sinceHalfTime < 45 * 60;
    return now ? (int) Math.round(cell.agents() * 0.3) : 0;
  }
}
