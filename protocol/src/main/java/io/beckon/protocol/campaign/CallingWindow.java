package io.beckon.protocol.campaign;

import java.time.LocalTime;

/**
 * When a group may contact, in local time of the zones that {@code timeZoneSource} names. It can
 * only narrow what the rules allow.
 *
 * @param from first minute, inclusive
 * @param till end, exclusive; {@link LocalTime#MAX} stands for 24:00
 */
public record CallingWindow(LocalTime from, LocalTime till, TimeZoneSource timeZoneSource) {
  public CallingWindow {
    if (!from.isBefore(till)) {
      throw new IllegalArgumentException(
          "callingWindow.from must be before till, was " + from + " to " + till);
    }
  }
}
