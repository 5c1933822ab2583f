package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.LocationRule.Action;
import io.beckon.protocol.compliance.LocationRule.Spot;
import io.beckon.protocol.compliance.LocationSpec.Place;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.NumberParts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationRuleTest {
  private static final Place FLORIDA = place("US", Set.of("FL"), Set.of(), Set.of(), Set.of());
  private static final Place MANHATTAN =
      place("US", Set.of(), Set.of("212"), Set.of("555"), Set.of());
  private static final Place POSTAL =
      place("US", Set.of(), Set.of(), Set.of(), Set.of("10001", "331*"));
  private static final Place LONDON =
      place("GB", Set.of(), Set.of("20"), Set.of(), Set.of("SW1A 1AA"));

  /** What is empty is not known; a dash: it has none. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    // rule, states, number's parts, postal code, denied by DENY, allowed by ALLOW
    "FLORIDA,   US, FL,    305, 555, '',         true,  true",
    "FLORIDA,   US, GA,    404, 555, '',         false, false",
    "FLORIDA,   US, FL|GA, 305, 555, '',         true,  false",
    "FLORIDA,   US, '',    305, 555, '',         true,  false",
    "FLORIDA,   '', '',    800, 555, '',         true,  false",
    "FLORIDA,   GB, '',    20,  -,   '',         false, false",
    "MANHATTAN, US, NY,    212, 555, '',         true,  true",
    "MANHATTAN, US, NY,    212, 556, '',         false, false",
    "MANHATTAN, US, NY,    646, 555, '',         false, false",
    "MANHATTAN, CA, NY,    212, 555, '',         false, false",
    "POSTAL,    US, NY,    212, 555, 10001,      true,  true",
    "POSTAL,    US, NY,    212, 555, 10001-1234, true,  true",
    "POSTAL,    US, NY,    212, 555, 10002,      false, false",
    "POSTAL,    US, FL,    305, 555, 33101,      true,  true",
    "POSTAL,    US, NY,    212, 555, '',         true,  false",
    "LONDON,    GB, '',    20,  -,   sw1a1aa,    true,  true",
    "LONDON,    GB, '',    161, -,   SW1A 1AA,   false, false",
  })
  void whatIsNotKnownIsDeniedEitherWay(
      String rule,
      String country,
      String states,
      String area,
      String exchange,
      String postalCode,
      boolean denied,
      boolean allowed) {
    Place place =
        switch (rule) {
          case "FLORIDA" -> FLORIDA;
          case "MANHATTAN" -> MANHATTAN;
          case "POSTAL" -> POSTAL;
          default -> LONDON;
        };
    List<Spot> spots =
        Stream.of(states.split("\\|"))
            .map(
                state ->
                    new Spot(
                        known(country),
                        known(state),
                        part(area),
                        part(exchange),
                        known(postalCode)))
            .toList();

    assertThat(rule(Action.DENY, place).allows(spots)).isEqualTo(!denied);
    assertThat(rule(Action.ALLOW, place).allows(spots)).isEqualTo(allowed);
  }

  @Test
  void everyPlaceItMayBeInIsToBeAllowedByOneOfTheRules() {
    Place georgia = place("US", Set.of("GA"), Set.of(), Set.of(), Set.of());
    List<Spot> either =
        List.of(new Spot("US", "FL", "305", "555", null), new Spot("US", "GA", "305", "555", null));

    assertThat(rule(Action.ALLOW, FLORIDA, georgia).allows(either)).isTrue();
    assertThat(rule(Action.ALLOW, FLORIDA).allows(either)).isFalse();
  }

  @Test
  void onlyARuleOfPostalCodesWantsThem() {
    assertThat(rule(Action.DENY, FLORIDA).fields()).isEmpty();
    assertThat(rule(Action.DENY, FLORIDA, POSTAL).fields()).containsExactly("postalCode");
  }

  @ParameterizedTest
  @CsvSource({
    "+12125550100, 212, 555",
    "+18005550100, 800, 555",
    "+442079460000, 20, ''",
    "+4930901820, 30, ''",
    "a@b.example, '', ''",
  })
  void aNumberSaysItsAreaCodeAndExchange(String device, String areaCode, String exchange) {
    assertThat(NumberParts.of(new Device(device))).isEqualTo(new NumberParts(areaCode, exchange));
  }

  @ParameterizedTest
  @CsvSource({
    "USA, FL, 212, 555, 10001, country",
    "US, FLORIDA, 212, 555, 10001, states",
    "US, FL, +212, 555, 10001, areaCodes",
    "US, FL, 212, 55, 10001, exchanges",
    "US, FL, 212, 555, *, postalCodes",
  })
  void whatIsNoPlaceIsRefusedByItsField(
      String country, String state, String area, String exchange, String postal, String field) {
    assertThatThrownBy(
            () -> place(country, Set.of(state), Set.of(area), Set.of(exchange), Set.of(postal)))
        .isInstanceOfSatisfying(InvalidField.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String part(String text) {
    return text.isEmpty() ? null : text.replace("-", "");
  }

  private static Place place(
      String country,
      Set<String> states,
      Set<String> areaCodes,
      Set<String> exchanges,
      Set<String> postalCodes) {
    return new Place(country, states, areaCodes, exchanges, postalCodes);
  }

  private static LocationRule rule(Action action, Place... places) {
    return new LocationSpec("There", true, null, Set.of(), action, List.of(places))
        .compile(new RuleRef("1", RuleType.LOCATION, 1));
  }
}
