package io.beckon.protocol.device;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of channels as users give them: none means all. */
public final class Channels {
  private Channels() {}

  /** In the order of the enumeration, so that they always read the same. */
  public static Set<Channel> sorted(Collection<Channel> channels) {
    return Collections.unmodifiableSet(
        channels.isEmpty() ? EnumSet.allOf(Channel.class) : EnumSet.copyOf(channels));
  }
}
