package io.beckon.bench.pacing;

import io.beckon.actors.campaign.pacing.Floor;

/** Decides how many calls to start; told what happens as the pacer in production is. */
interface Policy {
  /** Calls to start now. */
  int callsToStart(double now, Floor floor);

  default void answered(double after) {}

  default void ended(double after) {}

  default void served() {}

  default void abandoned() {}

  default void released(double after) {}
}
