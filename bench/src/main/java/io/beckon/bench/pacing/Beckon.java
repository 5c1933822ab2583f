package io.beckon.bench.pacing;

import io.beckon.actors.campaign.pacing.Floor;
import io.beckon.actors.campaign.pacing.Pacer;

/** The pacer that production uses, as it is: it starts cold and knows no parameter. */
final class Beckon implements Policy {
  private final Pacer pacer;

  Beckon(double limit) {
    pacer = new Pacer(limit);
  }

  @Override
  public int callsToStart(double now, Floor floor) {
    return pacer.callsToStart(floor);
  }

  @Override
  public void answered(double after) {
    pacer.answered(after);
  }

  @Override
  public void ended(double after) {
    pacer.ended(after);
  }

  @Override
  public void served() {
    pacer.served();
  }

  @Override
  public void abandoned() {
    pacer.abandoned();
  }

  @Override
  public void released(double after) {
    pacer.released(after);
  }
}
