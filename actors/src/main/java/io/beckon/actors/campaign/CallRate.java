package io.beckon.actors.campaign;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group's own limit of attempts a minute, as a bucket that holds one second's worth. Pure. */
final class CallRate {
  private double tokens;
  private @Nullable Instant last;

  /** How many attempts may start now; {@code perMinute} null: any number. */
  int available(@Nullable Integer perMinute, Instant now) {
    if (perMinute == null) {
      return Integer.MAX_VALUE;
    }
    double perSecond = perMinute / 60.0;
    double passed = last == null ? 1 : Duration.between(last, now).toMillis() / 1000.0;
    last = now;
    tokens = Math.min(Math.max(1, perSecond), tokens + Math.max(0, passed) * perSecond);
    return (int) tokens;
  }

  void spend(int attempts) {
    tokens -= attempts;
  }
}
