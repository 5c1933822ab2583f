package io.beckon.protocol.suppression;

import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A suppression list as the API shows it.
 *
 * @param size lines of everything that was put in
 * @param entries those that hold at {@code countedAt}
 * @param countedAt now for a small list; a large one is counted in the background
 */
public record SuppressionListView(
    SuppressionListId id,
    String name,
    SuppressionType type,
    Set<Channel> channels,
    boolean required,
    Retention retention,
    @Nullable Instant expires,
    @Nullable String country,
    long size,
    long entries,
    Instant countedAt,
    boolean secured,
    Instant createdAt,
    long revision) {
  public SuppressionListView {
    channels = Channels.sorted(channels);
  }

  /** What may be changed. */
  public SuppressionListSettings settings() {
    return new SuppressionListSettings(name, type, channels, required, retention, expires, country);
  }
}
