package io.beckon.protocol.compliance;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.suppression.SuppressionListId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group adds to its tenant's rules. Required suppression lists and required rules apply in
 * any case and are not named here.
 *
 * @param group null for checks outside a group
 * @param ruleIds ids of stored rules the group has chosen
 * @param ring how long an attempt rings at most; none is begun so long before a window closes
 * @param maxAttemptsPerRecord 1 to 1000; the field's default is 10
 */
public record CampaignTerms(
    @Nullable GroupId group,
    Channel channel,
    List<SuppressionListId> suppressionLists,
    List<String> ruleIds,
    @Nullable CallingWindow callingWindow,
    Duration ring,
    int maxAttemptsPerRecord) {
  /** Of a group whose attempts do not ring. */
  public CampaignTerms(
      @Nullable GroupId group,
      Channel channel,
      List<SuppressionListId> suppressionLists,
      List<String> ruleIds,
      @Nullable CallingWindow callingWindow,
      int maxAttemptsPerRecord) {
    this(
        group,
        channel,
        suppressionLists,
        ruleIds,
        callingWindow,
        Duration.ZERO,
        maxAttemptsPerRecord);
  }

  public CampaignTerms {
    suppressionLists = List.copyOf(suppressionLists);
    ruleIds = List.copyOf(ruleIds);
    if (maxAttemptsPerRecord < 1 || maxAttemptsPerRecord > 1000) {
      throw new IllegalArgumentException(
          "maxAttemptsPerRecord must be 1 to 1000, was " + maxAttemptsPerRecord);
    }
  }
}
