package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.PlaceText;
import io.beckon.protocol.compliance.ReservationStore.Entry;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How things are called in Redis. All keys start with {@code b:}; all but three name a tenant. */
public final class RedisKeys {
  /** Names the filling; without it, or with another, nothing here is believed. */
  static final String EPOCH = "b:epoch";

  /** Hash: tenant → version of its rules. */
  public static final String VERSIONS = "b:versions";

  /** Hash: tenant, or * for all → {@code revision:1} halted or {@code revision:0}. */
  public static final String HALTS = "b:halts";

  static final String ALL = "b:*";

  /**
   * Entries of a list are spread over so many hashes: ten million make some 150 a hash, few enough
   * for Redis to keep them as a compact list of 20 bytes an entry.
   */
  private static final int BUCKETS = 1 << 16;

  private RedisKeys() {}

  public static String bucket(TenantId tenant, SuppressionListId list, String value) {
    int hash = value.hashCode() * 0x9E3779B9;
    return "b:s:" + tenant.value() + ":" + list.value() + ":" + ((hash >>> 16) % BUCKETS);
  }

  /** What stands in a bucket: revision, from and till in ms; parts that are open are empty. */
  public static String entry(long revision, @Nullable Instant from, @Nullable Instant till) {
    return revision + ":" + millis(from) + ":" + millis(till);
  }

  /** What stands there after a removal, so that an older addition that comes late is known. */
  public static String removed(long revision) {
    return revision + "-";
  }

  static Entry readEntry(String text) {
    int first = text.indexOf(':');
    if (first < 0) {
      return Entry.NONE;
    }
    int second = text.indexOf(':', first + 1);
    return new Entry(
        true, instant(text.substring(first + 1, second)), instant(text.substring(second + 1)));
  }

  static String byDevice(TenantId tenant, Device device) {
    return "b:d:" + tenant.value() + ":" + device.value();
  }

  static String byClient(TenantId tenant, @Nullable String clientId) {
    return "b:c:" + tenant.value() + ":" + (clientId == null ? "" : clientId);
  }

  /** Hash beside the attempts of a device: attempt id → what became of it; see check.lua. */
  static String outcomesByDevice(TenantId tenant, Device device) {
    return "b:rd:" + tenant.value() + ":" + device.value();
  }

  /** The same beside the attempts of a Client ID. */
  static String outcomesByClient(TenantId tenant, @Nullable String clientId) {
    return "b:rc:" + tenant.value() + ":" + (clientId == null ? "" : clientId);
  }

  static String outcome(AttemptRule.Outcome outcome) {
    return outcome.result().code()
        + (outcome.conversation() ? "c" : "")
        + "|"
        + PlaceText.of(outcome.country(), outcome.states());
  }

  /** One booking in the sorted sets; see check.lua. */
  static String member(Booking booking) {
    return (booking.external() ? "o" : "a")
        + letter(booking.channel())
        + booking.attempt()
        + "|"
        + (booking.group() == null ? "" : booking.group())
        + "|"
        + (booking.clientId() == null ? "" : booking.clientId());
  }

  static char letter(Channel channel) {
    return channel.name().charAt(0);
  }

  private static String millis(@Nullable Instant instant) {
    return instant == null ? "" : Long.toString(Math.max(0, instant.toEpochMilli()));
  }

  private static @Nullable Instant instant(String millis) {
    return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
