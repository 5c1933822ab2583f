package io.beckon.protocol.compliance;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Every answer the pool gave to somebody who wanted to make an attempt. */
public interface Decisions {
  /** Completes when they are kept; fails when they cannot be, or when too many are waiting. */
  CompletionStage<Void> keep(List<Decision> decisions);

  /** Newest first. */
  CompletionStage<Page<DecisionView>> page(TenantId tenant, Query query, PageRequest page);

  /**
   * One answer and what it was about.
   *
   * @param ruleSet version of the tenant's rules in force
   * @param device kept only as an HMAC with the tenant's key
   */
  record Decision(
      TenantId tenant,
      @Nullable GroupId group,
      Channel channel,
      Device device,
      long ruleSet,
      Verdict verdict) {}

  /** What to look for; null: any. */
  record Query(
      @Nullable DecisionId id,
      @Nullable AttemptId attempt,
      @Nullable Device device,
      @Nullable GroupId group) {}

  /** A kept decision; the rule is null when the attempt was allowed. */
  record DecisionView(
      DecisionId id,
      AttemptId attemptId,
      Instant at,
      @Nullable GroupId groupId,
      Channel channel,
      boolean allowed,
      boolean uncertain,
      long ruleSetVersion,
      @Nullable RuleRef rule,
      @Nullable String reason,
      @Nullable CallResult callResult,
      @Nullable Instant allowedFrom) {}
}
