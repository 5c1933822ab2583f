package io.beckon.actors.compliance;

import static io.beckon.actors.compliance.PoolRig.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.compliance.LocationRule.Action;
import io.beckon.protocol.compliance.LocationSpec;
import io.beckon.protocol.compliance.LocationSpec.Place;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.CallResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocationCheckTest {
  private final PoolRig rig = new PoolRig();

  @Test
  void deniesByNameTypeAndVersionOfTheRuleForGood() {
    rule(Action.DENY, place(Set.of("NY"), Set.of()));

    var denial = Objects.requireNonNull(rig.authorise().denial());

    assertThat(denial.rule()).isEqualTo(new RuleRef("9", RuleType.LOCATION, 4));
    assertThat(denial.reason())
        .isEqualTo("The rule Not there does not let it go to US-NY, area 212.");
    assertThat(denial.callResult()).isEqualTo(CallResult.CANCEL_RECORD);
    assertThat(denial.allowedFrom()).isNull();
    assertThat(rig.store.booked()).isZero();
  }

  @Test
  void aRuleForAnotherPlaceLetsItPass() {
    rule(Action.DENY, place(Set.of("FL"), Set.of()));

    assertThat(rig.authorise().allowed()).isTrue();
  }

  @Test
  void looksAtThePostalCodeThatTheSessionRead() {
    rule(Action.DENY, place(Set.of(), Set.of("100*")));
    rig.fields = Map.of("postalCode", "10001");
    assertThat(rig.authorise().allowed()).isFalse();

    rig.fields = Map.of("postalCode", "14201");
    assertThat(rig.authorise().allowed()).isTrue();
  }

  @Test
  void aPostalCodeThatWasNotReadYetIsAskedForAgain() {
    rule(Action.DENY, place(Set.of(), Set.of("100*")));

    Verdict verdict = rig.authorise(rig.request(DEVICE, "America/New_York"));

    var denial = Objects.requireNonNull(verdict.denial());
    assertThat(denial.uncertain()).isTrue();
    assertThat(denial.rule().id()).isEqualTo("fields-not-read");
  }

  @Test
  void aContactWithoutPostalCodeMayBeThere() {
    rule(Action.DENY, place(Set.of(), Set.of("100*")));
    rig.fields = Map.of("postalCode", "");

    var denial = Objects.requireNonNull(rig.authorise().denial());

    assertThat(denial.uncertain()).isFalse();
    assertThat(denial.rule().id()).isEqualTo("9");
  }

  private void rule(Action action, Place place) {
    var spec = new LocationSpec("Not there", true, null, Set.of(), action, List.of(place));
    rig.rules =
        new RuleSet(
            PoolRig.TENANT,
            0,
            new ZoneKey("America/Chicago"),
            List.of(spec.compile(new RuleRef("9", RuleType.LOCATION, 4))),
            List.of());
  }

  private static Place place(Set<String> states, Set<String> postalCodes) {
    return new Place("US", states, Set.of(), Set.of(), postalCodes);
  }
}
