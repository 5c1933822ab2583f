package io.beckon.protocol.compliance;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a tenant has laid down that a check looks at, read at one moment. Immutable.
 *
 * @param version rises with every change of a rule, a suppression list's terms or the tenant's
 *     default zones; 0 before the first
 * @param erased people who are not contacted at all
 * @param defaultZones stand in for zones nobody knows; every one must be open
 */
public record RuleSet(
    TenantId tenant,
    long version,
    ZoneKey defaultZones,
    List<ContactTimesRule> contactTimes,
    List<AttemptRule> attemptRules,
    List<SuppressionTerms> suppressionLists,
    ErasedPeople erased) {
  public RuleSet {
    contactTimes = List.copyOf(contactTimes);
    attemptRules = List.copyOf(attemptRules);
    suppressionLists = List.copyOf(suppressionLists);
  }

  /** Of a tenant that has erased nobody. */
  public RuleSet(
      TenantId tenant,
      long version,
      ZoneKey defaultZones,
      List<ContactTimesRule> contactTimes,
      List<AttemptRule> attemptRules,
      List<SuppressionTerms> suppressionLists) {
    this(
        tenant,
        version,
        defaultZones,
        contactTimes,
        attemptRules,
        suppressionLists,
        ErasedPeople.NONE);
  }

  /** When a group with these terms may contact whom. */
  public ContactTimes contactTimes(CampaignTerms terms) {
    return contactTimes(terms.channel(), terms.ruleIds(), terms.callingWindow());
  }

  /** As above, for an asker that has no terms yet. */
  public ContactTimes contactTimes(
      Channel channel, List<String> ruleIds, @Nullable CallingWindow window) {
    List<ContactTimesRule> applying = new ArrayList<>();
    applying.add(ContactTimesRule.DEFAULT);
    for (ContactTimesRule rule : contactTimes) {
      if (rule.channels().contains(channel)
          && (rule.required() || ruleIds.contains(rule.ref().id()))) {
        applying.add(rule);
      }
    }
    return new ContactTimes(applying, window, defaultZones);
  }

  /** The attempt rules that hold for these terms. */
  public List<AttemptRule> attemptRules(CampaignTerms terms) {
    return attemptRules.stream()
        .filter(r -> r.channels().contains(terms.channel()))
        .filter(r -> r.required() || terms.ruleIds().contains(r.ref().id()))
        .toList();
  }

  /** The suppression lists that hold for these terms: required ones and the group's own. */
  public List<SuppressionTerms> suppressionLists(CampaignTerms terms, Instant at) {
    return suppressionLists.stream()
        .filter(l -> l.appliesTo(terms.channel(), at))
        .filter(l -> l.required() || terms.suppressionLists().contains(l.id()))
        .toList();
  }
}
