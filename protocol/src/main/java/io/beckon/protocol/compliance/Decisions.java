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

  /**
   * A denial of what could not be checked. Neither waits nor fails: such denials are counted, and
   * one row is kept for many of them. What is counted when the process dies is lost; it allowed
   * nothing.
   */
  void doubt(Decision denied);

  /** Newest first. */
  CompletionStage<Page<DecisionView>> page(TenantId tenant, Query query, PageRequest page);

  /**
   * One answer and what it was about: the request and the terms it was checked by. Devices and
   * Client IDs are kept only as HMACs with the tenant's key.
   *
   * @param external for an external dialer
   * @param ruleSet version of the tenant's rules in force
   */
  record Decision(
      TenantId tenant,
      CampaignTerms terms,
      CheckRequest request,
      boolean external,
      long ruleSet,
      Verdict verdict) {
    public @Nullable GroupId group() {
      return terms.group();
    }

    public Channel channel() {
      return terms.channel();
    }
  }

  /** What to look for; null: any. */
  record Query(
      @Nullable DecisionId id,
      @Nullable AttemptId attempt,
      @Nullable Device device,
      @Nullable GroupId group) {}

  /**
   * A kept decision; the rule is null when the attempt was allowed.
   *
   * @param attemptId null: {@code attempts} of them could not be checked for this reason
   */
  record DecisionView(
      DecisionId id,
      @Nullable AttemptId attemptId,
      Instant at,
      @Nullable GroupId groupId,
      Channel channel,
      boolean allowed,
      boolean uncertain,
      int attempts,
      long ruleSetVersion,
      @Nullable RuleRef rule,
      @Nullable String reason,
      @Nullable CallResult callResult,
      @Nullable Instant allowedFrom) {}
}
