package io.beckon.http.list;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.ContactView.DeviceView;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRules;
import io.beckon.protocol.selection.SelectionRules.Tried;
import io.beckon.protocol.selection.Unjudged;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is tried on: a list, or samples.
 *
 * @param country ISO 3166 alpha-2 of sample numbers without country code; null: US
 */
record RuleTry(
    @Nullable ContactListId listId, @Nullable List<NewContact> contacts, @Nullable String country) {
  private static final int MOST = 1_000;

  RuleTry {
    if ((listId == null) == (contacts == null)) {
      throw new InvalidField("listId", "or contacts must be given, one of them");
    }
    if (contacts != null && contacts.size() > MOST) {
      throw new InvalidField("contacts", "may be 1000 at most, were " + contacts.size());
    }
  }

  Tried onSamples(SelectionRule rule) {
    var matcher = RuleMatcher.of(rule);
    var samples = Objects.requireNonNull(contacts);
    List<ContactView> examples = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    var terms = CookTerms.of(country == null ? "US" : country, null, Locator.BUNDLED);
    long matched = 0;
    for (int i = 0; i < samples.size(); i++) {
      var contact = samples.get(i).cooked(terms);
      var selected = judged(matcher, contact, failures);
      matched += selected.isEmpty() ? 0 : 1;
      if (!selected.isEmpty() && examples.size() < SelectionRules.EXAMPLES) {
        examples.add(view(i + 1, contact, selected, samples.get(i)));
      }
    }
    return new Tried(
        samples.size(),
        matched,
        examples,
        failures.isEmpty() ? null : new Unjudged(failures.size(), failures.get(0)));
  }

  private static List<CookedDevice> judged(
      RuleMatcher matcher, CookedContact contact, List<String> failures) {
    var verdicts = matcher.judge(contact);
    List<CookedDevice> selected = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      var failure = verdicts.get(i).failure();
      if (failure != null) {
        failures.add(failure);
      } else if (verdicts.get(i).selected()) {
        selected.add(contact.devices().get(i));
      }
    }
    return selected;
  }

  /** A sample's id is its place. */
  private static ContactView view(
      long place, CookedContact contact, List<CookedDevice> selected, NewContact sample) {
    return new ContactView(
        new ContactId(place),
        contact.clientId(),
        contact.firstName(),
        contact.lastName(),
        contact.company(),
        contact.timeZone(),
        contact.postalCode(),
        contact.state(),
        contact.country(),
        contact.zones().zones().stream().map(ZoneId::getId).toList(),
        sample.other(),
        selected.stream().map(RuleTry::view).toList(),
        0);
  }

  private static DeviceView view(CookedDevice device) {
    return new DeviceView(
        device.value(),
        device.country(),
        device.state(),
        device.lineType(),
        device.zones().zones().stream().map(ZoneId::getId).toList());
  }
}
