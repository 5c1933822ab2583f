package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans of this node, by tenant and terms. A newer rule set begins a new collection, so a plan
 * is never used with other rules than its own.
 */
final class Plans {
  /** More different terms than a tenant has groups; a memory's bound, no rule's. */
  private static final int MOST = 10_000;

  private final Map<TenantId, OfRuleSet> byTenant = new ConcurrentHashMap<>();

  private record OfRuleSet(RuleSet rules, Map<CampaignTerms, Plan> plans) {}

  Plan of(CampaignTerms terms, RuleSet rules) {
    OfRuleSet known = byTenant.get(rules.tenant());
    if (known == null || known.rules() != rules) {
      known = new OfRuleSet(rules, new ConcurrentHashMap<>());
      byTenant.put(rules.tenant(), known);
    }
    Plan plan = known.plans().get(terms);
    if (plan == null) {
      plan = Plan.of(terms, rules);
      if (known.plans().size() < MOST) {
        known.plans().put(terms, plan);
      }
    }
    return plan;
  }
}
