package io.beckon.actors.campaign;

import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.device.Channel;

/**
 * How many new attempts to start now. Progressive: one call (or {@code multiplier}) for each agent
 * that is free or soon will be; every open call stands for the agent it will need. Messages need no
 * agents and keep a bounded number in flight. Pure.
 */
final class Pacer {
  /** Messages without an outcome at a time, per group. */
  static final int MESSAGES_IN_FLIGHT = 400;

  private Pacer() {}

  /**
   * What the pacer sees.
   *
   * @param agents signed on
   * @param talking agents with a call
   * @param open attempts that have not ended, talking ones included
   * @param granted credit on its way, which no status reflects yet
   */
  record Scene(int agents, int talking, int open, int granted) {}

  static int attemptsToStart(GroupSettings group, Scene scene) {
    if (group.channel() != Channel.VOICE) {
      return Math.max(0, MESSAGES_IN_FLIGHT - scene.open() - scene.granted());
    }
    int free = Math.max(0, scene.agents() - scene.talking());
    int dialing = Math.max(0, scene.open() - scene.talking()) + scene.granted();
    return Math.max(0, (int) (free * group.pacing().multiplier()) - dialing);
  }
}
