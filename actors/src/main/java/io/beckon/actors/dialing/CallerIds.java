package io.beckon.actors.dialing;

import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.dialing.DialStore.Settings;
import org.jspecify.annotations.Nullable;

/** Chooses the number that is shown: the list's, the group's, the tenant's, the carrier's own. */
final class CallerIds {
  /** The simulated carrier has one for whoever brings none. */
  private static final String OF_SIMULATED_CARRIER = "simulated";

  private CallerIds() {}

  static @Nullable String choose(Settings settings, ClaimedRecord record) {
    if (record.callerId() != null) {
      return record.callerId();
    } else if (settings.settings().callerId() != null) {
      return settings.settings().callerId();
    } else if (settings.tenantCallerId() != null) {
      return settings.tenantCallerId();
    }
    return settings.settings().channel() == Channel.EMAIL ? null : OF_SIMULATED_CARRIER;
  }
}
