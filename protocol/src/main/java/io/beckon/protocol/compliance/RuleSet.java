package io.beckon.protocol.compliance;

import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.registry.RegistriesInForce;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything a tenant has laid down that a check looks at, read at one moment. Immutable.
 *
 * @param version rises with every change of a rule, a suppression list's terms, the tenant's
 *     default zones or what is in force of its registries; 0 before the first
 * @param rules of every type, compiled, by priority
 * @param erased people who are not contacted at all
 * @param defaultZones stand in for zones nobody knows; every one must be open
 */
public record RuleSet(
    TenantId tenant,
    long version,
    ZoneKey defaultZones,
    List<CompiledRule> rules,
    List<SuppressionTerms> suppressionLists,
    ErasedPeople erased,
    RegistriesInForce registries) {
  public RuleSet {
    rules = List.copyOf(rules);
    suppressionLists = List.copyOf(suppressionLists);
  }

  /** Of a tenant without registries. */
  public RuleSet(
      TenantId tenant,
      long version,
      ZoneKey defaultZones,
      List<CompiledRule> rules,
      List<SuppressionTerms> suppressionLists,
      ErasedPeople erased) {
    this(tenant, version, defaultZones, rules, suppressionLists, erased, RegistriesInForce.NONE);
  }

  /** Of a tenant that has erased nobody. */
  public RuleSet(
      TenantId tenant,
      long version,
      ZoneKey defaultZones,
      List<CompiledRule> rules,
      List<SuppressionTerms> suppressionLists) {
    this(tenant, version, defaultZones, rules, suppressionLists, ErasedPeople.NONE);
  }

  /** When a group with these terms may contact whom. */
  public ContactTimes contactTimes(CampaignTerms terms) {
    List<TimeRule> applying = new ArrayList<>();
    applying.add(ContactTimesRule.DEFAULT);
    applying.addAll(rules(TimeRule.class, terms));
    return new ContactTimes(applying, terms.callingWindow(), defaultZones, terms.ring());
  }

  /** The rules of one type that hold for these terms, by priority. */
  public <T extends CompiledRule> List<T> rules(Class<T> type, CampaignTerms terms) {
    return holding(terms).filter(type::isInstance).map(type::cast).toList();
  }

  private Stream<CompiledRule> holding(CampaignTerms terms) {
    return rules.stream()
        .filter(r -> r.channels().contains(terms.channel()))
        .filter(r -> r.required() || terms.ruleIds().contains(r.ref().id()));
  }

  /** What the rules that hold want to know of a contact, by {@link CheckRequest#fields}. */
  public Set<String> fields(CampaignTerms terms) {
    return holding(terms)
        .flatMap(rule -> rule.fields().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The suppression lists that hold for these terms: required ones and the group's own. */
  public List<SuppressionTerms> suppressionLists(CampaignTerms terms, Instant at) {
    return suppressionLists.stream()
        .filter(l -> l.appliesTo(terms.channel(), at))
        .filter(l -> l.required() || terms.suppressionLists().contains(l.id()))
        .toList();
  }
}
