package io.beckon.bench.pacing;

import io.beckon.actors.campaign.pacing.Floor;

/**
 * What a widespread open-source dialer does: a dial level that follows waiting agents every 15
 * seconds, between 1 and 3, and falls back to 1 while more than 3 % of the day's calls were
 * dropped.
 */
final class LevelController implements Policy {
  private static final double EVERY_SECONDS = 15;
  private static final int CALLS_BEFORE_JUDGED = 50;
  private static final double DROPS = 0.03;

  private double level = 1;
  private double ready;
  private double waiting;
  private int looks;
  private double next = EVERY_SECONDS;
  private long answered;
  private long dropped;

  @Override
  public int callsToStart(double now, Floor floor) {
    ready += floor.ready();
    waiting += floor.waiting();
    looks++;
    if (now >= next) {
      double apart = (ready - waiting) / looks / Math.max(1, floor.agents());
      level = Math.max(1, Math.min(3, level * (1 + apart)));
      boolean tooMany = answered > CALLS_BEFORE_JUDGED && dropped > DROPS * answered;
      level = tooMany ? 1 : level;
      ready = 0;
      waiting = 0;
      looks = 0;
      next = now + EVERY_SECONDS;
    }
    int out = floor.busy().size() + floor.waiting() + floor.ringing().size();
    return Math.max(0, (int) Math.round(level * floor.agents()) - out);
  }

  @Override
  public void served() {
    answered++;
  }

  @Override
  public void abandoned() {
    answered++;
    dropped++;
  }
}
