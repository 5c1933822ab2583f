package io.beckon.bench.pacing;

import io.beckon.actors.campaign.pacing.Floor;

/** CX Contact's formula as published: floor(m * (ready - queued - ceil(dialled / m))). */
final class Multiplier implements Policy {
  private final double multiplier;

  Multiplier(double multiplier) {
    this.multiplier = multiplier;
  }

  @Override
  public int callsToStart(double now, Floor floor) {
    double taken = Math.ceil(floor.ringing().size() / multiplier);
    return Math.max(0, (int) (multiplier * (floor.ready() - floor.waiting() - taken)));
  }
}
