package io.beckon.protocol.compliance;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The last look before an attempt goes out: suppression and halt, one Redis round trip, reserving
 * nothing. Never fails: trouble is a denial.
 */
public interface PlacementGuard {
  CompletionStage<Answer> look(Placement placement);

  /** What is about to be placed. */
  record Placement(
      TenantId tenant,
      GroupId group,
      Device device,
      @Nullable String clientId,
      Channel channel,
      List<SuppressionListId> suppressionLists) {}

  /** What the guard says. */
  enum Answer {
    PLACE,
    SUPPRESSED,
    HALTED,
    /** Redis away, another one, or not rebuilt yet. */
    UNCERTAIN
  }
}
