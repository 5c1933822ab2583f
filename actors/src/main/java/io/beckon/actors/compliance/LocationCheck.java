package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.LocationRule;
import io.beckon.protocol.compliance.LocationRule.Spot;
import io.beckon.protocol.device.NumberParts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** LOCATION rules: whether attempts may go where this one goes, or may go. */
final class LocationCheck implements Check.Local {
  @Override
  public List<Finding> look(Inquiry inquiry) {
    List<LocationRule> rules = inquiry.plan().rules(LocationRule.class);
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Spot> spots = spots(inquiry);
    return rules.stream().map(rule -> finding(rule, spots)).toList();
  }

  private static Finding finding(LocationRule rule, List<Spot> spots) {
    String where = spots.stream().map(LocationCheck::said).collect(Collectors.joining(" or "));
    return rule.allows(spots)
        ? Finding.allowed(rule.ref(), "goes to " + where)
        : Finding.denied(
            rule.ref(), "The rule " + rule.name() + " does not let it go to " + where + ".", null);
  }

  /** One for each state it may be in. */
  private static List<Spot> spots(Inquiry inquiry) {
    var request = inquiry.request();
    NumberParts parts = NumberParts.of(request.device());
    String postalCode = inquiry.field(LocationRule.POSTAL_CODE).orElse(null);
    Stream<String> states =
        request.states().isEmpty() ? Stream.of("") : request.states().stream().sorted();
    return states
        .map(
            state ->
                new Spot(
                    request.country(),
                    state.isEmpty() ? null : state,
                    parts.areaCode(),
                    parts.exchange(),
                    postalCode))
        .toList();
  }

  /** Country, state and area code; a whole number or postal code could name a person. */
  private static String said(Spot spot) {
    String state = spot.state() == null ? "" : "-" + spot.state();
    String areaCode =
        spot.areaCode() == null || spot.areaCode().isEmpty() ? "" : ", area " + spot.areaCode();
    return Objects.requireNonNullElse(spot.country(), "a country not known") + state + areaCode;
  }
}
