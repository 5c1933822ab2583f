package io.beckon.protocol.dialing;

import java.time.Duration;

/**
 * How the simulated carrier behaves for one group. Shares are 0 to 1 and need not add up to 1; they
 * are taken in this order, and what is left over is an answer.
 *
 * @param ring from placing to answer, busy, machine or fax
 * @param noAnswerAfter from placing to giving up
 * @param handle how long an answered call with an agent lasts, wrap-up included
 * @param seed together with the attempt id decides each call, so that a run can be repeated
 */
public record CarrierSettings(
    double answer,
    double busy,
    double noAnswer,
    double machine,
    Duration ring,
    Duration noAnswerAfter,
    Duration handle,
    long seed) {
  public static final CarrierSettings DEFAULT =
      new CarrierSettings(
          0.5,
          0.1,
          0.3,
          0.1,
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          1);

  public CarrierSettings {
    share("answer", answer);
    share("busy", busy);
    share("noAnswer", noAnswer);
    share("machine", machine);
    notNegative("ring", ring);
    notNegative("noAnswerAfter", noAnswerAfter);
    notNegative("handle", handle);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("carrierSettings." + name + " is 0 to 1, was " + value);
    }
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative() || value.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "carrierSettings." + name + " is PT0S to PT1H, was " + value);
    }
  }
}
