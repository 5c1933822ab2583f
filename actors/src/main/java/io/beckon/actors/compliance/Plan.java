package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CompiledRule;
import io.beckon.protocol.compliance.ContactTimes;
import io.beckon.protocol.compliance.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a tenant's rules holds for one group's terms, worked out once and then shared by all
 * checks: nothing in it changes, so nothing is locked.
 *
 * @param byType the rules that hold, by priority
 * @param fields of contacts that the rules look at
 */
record Plan(
    CampaignTerms terms,
    RuleSet rules,
    ContactTimes times,
    Map<Class<?>, List<CompiledRule>> byType,
    Set<String> fields) {

  static Plan of(CampaignTerms terms, RuleSet rules) {
    return new Plan(
        terms,
        rules,
        rules.contactTimes(terms),
        rules.rules(CompiledRule.class, terms).stream()
            .collect(Collectors.groupingBy(CompiledRule::getClass)),
        rules.fields(terms));
  }

  /** The rules of one type that hold, by priority. */
  @SuppressWarnings("unchecked") // they were grouped by their class
  <T extends CompiledRule> List<T> rules(Class<T> type) {
    return (List<T>) byType.getOrDefault(type, List.of());
  }

  List<AttemptRule> attemptRules() {
    return rules(AttemptRule.class);
  }
}
