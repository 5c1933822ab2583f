package io.beckon.bench.pacing;

import io.beckon.actors.campaign.pacing.Floor;

/**
 * The look-ahead that knows its parameters: agents ready and those expected to be so within a ring
 * time, less the answers expected of calls in flight, stay above a buffer. The buffer is tuned to
 * the limit by trying.
 */
final class Reference implements Policy {
  private final Cell cell;
  private final double buffer;

  Reference(Cell cell, double buffer) {
    this.cell = cell;
    this.buffer = buffer;
  }

  /** The smallest buffer with which long days stay within the limit. */
  static Reference tuned(Cell cell, double limitPct, long seed) {
    double low = -4;
    double high = 5 + Math.sqrt(cell.agents());
    double hours = Math.max(8, 240.0 / cell.agents());
    for (int i = 0; i < 9; i++) {
      double buffer = (low + high) / 2;
      var day = new SimulatedDay(cell, new Reference(cell, buffer), seed, Disturbance.NONE);
      if (day.run(hours).abandonPct() > limitPct) {
        low = buffer;
      } else {
        high = buffer;
      }
    }
    return new Reference(cell, high);
  }

  @Override
  public int callsToStart(double now, Floor floor) {
    double expected = 0;
    for (int i = 0; i < floor.ringing().size(); i++) {
      double age = floor.ringing().get(i);
      double left = cell.answerRate() * (1 - answeredBy(age));
      expected +=
          left / (left + (1 - cell.answerRate()) * (age < Cell.GIVEN_UP_SECONDS ? 1 : 0) + 1e-12);
    }
    double look = Cell.RING_SECONDS + Cell.MAY_WAIT_SECONDS;
    double back = floor.busy().size() * (1 - Math.exp(-look / cell.handleSeconds()));
    double spare = floor.ready() - floor.waiting();
    int progressive = (int) Math.max(0, spare - floor.ringing().size());
    double room = spare + back - buffer - expected;
    return Math.max(progressive, (int) Math.max(0, room / cell.answerRate() + 1e-9));
  }

  /** The gamma(4) law of the ring time. */
  private static double answeredBy(double age) {
    double x = age * 4 / Cell.RING_SECONDS;
    return 1 - Math.exp(-x) * (1 + x + x * x / 2 + x * x * x / 6);
  }
}
