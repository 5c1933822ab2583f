package io.beckon.protocol.compliance;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.tenant.Principal;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Forgets people who ask for it (GDPR, article 17). */
public interface Erasures {
  /**
   * Takes every contact with this device or Client ID, and all their devices, off every list, out
   * of runs, attempts and suppression lists; what stays is a keyed HMAC of each, by which they are
   * not taken from a file again and not contacted. Repeating it is harmless. Acknowledged when
   * checks know it; else refused with 503 {@code NOT_YET_IN_FORCE}, and done nevertheless.
   */
  CompletionStage<Erased> erase(Principal who, Wish wish);

  /**
   * Whom and why; exactly one of device and Client ID.
   *
   * @param device as people write it
   * @param reason for the audit log, 1 to 500 characters; nothing that names the person
   */
  record Wish(@Nullable String device, @Nullable String clientId, String reason) {
    public Wish {
      device = device == null || device.isBlank() ? null : device.strip();
      clientId = clientId == null || clientId.isBlank() ? null : clientId.strip();
      reason = reason.strip();
      if ((device == null) == (clientId == null)) {
        throw new InvalidField("device", "or clientId must be given, and only one of them");
      }
      if (reason.isEmpty() || reason.length() > 500) {
        throw new InvalidField("reason", "has 1 to 500 characters, had " + reason.length());
      }
    }
  }

  /**
   * What there was of them.
   *
   * @param contacts taken off lists
   * @param records of runs, now without their device
   * @param attempts now with an HMAC for their device
   * @param suppressions entries of suppression lists that the HMAC replaces
   */
  record Erased(int contacts, int records, int attempts, int suppressions) {}
}
