package io.beckon.actors.compliance;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.CompiledRule;
import io.beckon.protocol.compliance.ComplianceCommand.Authorise;
import io.beckon.protocol.compliance.ComplianceCommand.Explain;
import io.beckon.protocol.compliance.ContactTimesRule;
import io.beckon.protocol.compliance.Decisions;
import io.beckon.protocol.compliance.Explanation;
import io.beckon.protocol.compliance.MemoryReservationStore;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A pool on an in-memory store, at a moment that is open everywhere in America. */
final class PoolRig implements RuleSets, Decisions {
  static final TenantId TENANT = new TenantId("acme");
  static final Instant NOON = Instant.parse("2026-06-03T18:00:00Z");
  static final Device DEVICE = new Device("+12125550123");

  final MemoryReservationStore store =
      new MemoryReservationStore(Clock.fixed(NOON, ZoneOffset.UTC));
  final List<Decision> kept = new ArrayList<>();
  final List<Decision> doubted = new ArrayList<>();
  boolean canKeep = true;
  @Nullable RuleSet rules = rules(0, List.of(), List.of(), List.of());
  @Nullable RuleSet newerRules;
  Channel channel = Channel.VOICE;
  @Nullable CallingWindow window;
  Instant now = NOON;
  @Nullable String callerId = "+12125550100";
  Map<String, String> fields = Map.of();

  static RuleSet rules(
      long version,
      List<ContactTimesRule> times,
      List<AttemptRule> attempts,
      List<SuppressionTerms> lists) {
    List<CompiledRule> all = new ArrayList<>(times);
    all.addAll(attempts);
    return new RuleSet(TENANT, version, new ZoneKey("America/Chicago"), all, lists);
  }

  Verdict authorise(CheckRequest request) {
    var command = new Authorise(TENANT, terms(), now, List.of(request), null);
    return authoriser().authorise(command).toCompletableFuture().join().verdicts().get(0);
  }

  Verdict authorise() {
    return authorise(request(DEVICE, "America/New_York"));
  }

  Explanation explain(Instant at) {
    var command = new Explain(TENANT, terms(), at, request(DEVICE, "America/New_York"), null);
    return authoriser().explain(command).toCompletableFuture().join();
  }

  private Authoriser authoriser() {
    return new Authoriser(new PoolParts(this, store, store, this, Runnable::run));
  }

  private CampaignTerms terms() {
    return new CampaignTerms(new GroupId(5), channel, List.of(), List.of(), window, 3);
  }

  CheckRequest request(Device device, String zones) {
    return request(device, zones, 0);
  }

  CheckRequest request(Device device, String zones, int attemptsMade) {
    return request(device, new ZoneKey(zones), ZoneKey.UNKNOWN, attemptsMade);
  }

  CheckRequest request(Device device, ZoneKey zones, ZoneKey contactZones, int attemptsMade) {
    return new CheckRequest(
        AttemptId.create(),
        device,
        "c1",
        zones,
        contactZones,
        "US",
        Set.of("NY"),
        attemptsMade,
        callerId,
        fields);
  }

  @Override
  public CompletionStage<RuleSet> current(TenantId tenant) {
    return rules == null
        ? CompletableFuture.failedFuture(new IllegalStateException("PostgreSQL is away"))
        : CompletableFuture.completedFuture(rules);
  }

  @Override
  public CompletionStage<RuleSet> atLeast(TenantId tenant, long version) {
    rules = newerRules;
    return current(tenant);
  }

  @Override
  public CompletionStage<Void> keep(List<Decision> decisions) {
    if (!canKeep) {
      return CompletableFuture.failedFuture(new IllegalStateException("PostgreSQL is away"));
    }
    kept.addAll(decisions);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void doubt(Decision denied) {
    doubted.add(denied);
  }

  @Override
  public CompletionStage<Page<DecisionView>> page(TenantId tenant, Query query, PageRequest page) {
    throw new UnsupportedOperationException();
  }
}
