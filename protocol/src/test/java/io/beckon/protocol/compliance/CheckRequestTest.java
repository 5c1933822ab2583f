package io.beckon.protocol.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.list.ContactPlaces.Known;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What lists know of a person adds to what an attempt is checked for, and takes nothing away. */
class CheckRequestTest {
  private static final Known ANN =
      new Known(
          new ZoneKey("America/New_York"),
          new ZoneKey("America/Los_Angeles"),
          Set.of(
              new Known.Place(null, "California"),
              new Known.Place("US", "tx"),
              new Known.Place("CA", "ON"),
              new Known.Place(null, "unheard of")));

  @Test
  void addsZonesAndTheStatesOfTheDevicesCountry() {
    var request = request("America/Chicago", "", "US", "FL").with(ANN);

    assertThat(request.deviceZones().value())
        .isEqualTo("America/Chicago|America/Los_Angeles|America/New_York");
    assertThat(request.contactZones().value()).isEqualTo("America/Los_Angeles");
    assertThat(request.states()).containsExactlyInAnyOrder("FL", "CA", "TX");
  }

  @Test
  void keepsAZoneThatTheAskerGave() {
    var request = request("America/Chicago", "America/Denver", "US", "FL").with(ANN);
    assertThat(request.contactZones().value()).isEqualTo("America/Denver|America/Los_Angeles");
  }

  @Test
  void leavesNoStateOutOfANumberThatMayBeInAny() {
    var request = request("", "", "US", null).with(ANN);
    assertThat(request.states()).isEmpty();
    assertThat(request.deviceZones().value()).isEqualTo("America/Los_Angeles|America/New_York");
  }

  @Test
  void changesNothingWhereListsKnowNothing() {
    var request = request("America/Chicago", "", "US", "FL");
    assertThat(request.with(Known.NOTHING)).isEqualTo(request);
  }

  private static CheckRequest request(
      String zones, String contactZones, String country, @Nullable String state) {
    return new CheckRequest(
        AttemptId.create(),
        new Device("+13055550123"),
        "A",
        new ZoneKey(zones),
        new ZoneKey(contactZones),
        country,
        state == null ? Set.of() : Set.of(state),
        0,
        null,
        Map.of());
  }
}
