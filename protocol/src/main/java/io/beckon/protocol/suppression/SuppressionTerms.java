package io.beckon.protocol.suppression;

import io.beckon.protocol.device.Channel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a check needs to know of a suppression list besides its entries.
 *
 * @param required applies to every group of the tenant; else only to groups that name it
 * @param expires from then on the list suppresses nobody; null: never
 */
public record SuppressionTerms(
    SuppressionListId id,
    String name,
    SuppressionType type,
    Set<Channel> channels,
    boolean required,
    @Nullable Instant expires) {
  public SuppressionTerms {
    channels = Set.copyOf(channels);
  }

  public boolean appliesTo(Channel channel, Instant at) {
    return channels.contains(channel) && (expires == null || at.isBefore(expires));
  }
}
