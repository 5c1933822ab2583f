package io.beckon.actors.compliance;

import static io.beckon.actors.compliance.PoolRig.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.campaign.CallingWindow;
import io.beckon.protocol.campaign.TimeZoneSource;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.device.ZoneKey;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose zones the pool looks at for a group's own window: of 09:00 to 12:30 here. */
class WindowSourceTest {
  private static final ZoneKey DEVICES = new ZoneKey("America/Los_Angeles|America/New_York");

  /** It is 14:00 in New York, whose window has closed, and 11:00 in Los Angeles. */
  @ParameterizedTest(name = "{0}, contact in {1}: next at {2}")
  @CsvSource({
    "CONTACT, America/Los_Angeles, ",
    "CONTACT_THEN_DEVICE, America/Los_Angeles, ",
    "CONTACT_THEN_DEVICE, '', 2026-06-04T16:00:00Z",
    "DEVICE, America/Los_Angeles, 2026-06-04T16:00:00Z",
    "CONTACT_AND_DEVICE, America/Los_Angeles, 2026-06-04T16:00:00Z",
    "CONTACT, America/New_York, 2026-06-04T15:00:00Z", // 08:00 in Los Angeles: the law
  })
  void looksAtTheZonesThatTheSourceNames(
      TimeZoneSource source, String contactZones, @Nullable Instant nextAt) {
    var rig = new PoolRig();
    rig.window = new CallingWindow(LocalTime.of(9, 0), LocalTime.of(12, 30), source);

    var verdict = rig.authorise(rig.request(DEVICE, DEVICES, new ZoneKey(contactZones), 0));

    assertThat(verdict.allowed()).isEqualTo(nextAt == null);
    if (nextAt != null) {
      Denial denial = Objects.requireNonNull(verdict.denial());
      assertThat(denial.rule().id()).isEqualTo("group-calling-window");
      assertThat(denial.allowedFrom()).isEqualTo(nextAt);
    }
  }

  @ParameterizedTest
  @CsvSource({"CONTACT", "CONTACT_THEN_DEVICE", "DEVICE", "CONTACT_AND_DEVICE"})
  void theHoursOfLawLookAtTheDeviceWhateverTheSource(TimeZoneSource source) {
    var rig = new PoolRig();
    rig.window = new CallingWindow(LocalTime.of(5, 0), LocalTime.of(23, 0), source);

    var device = new ZoneKey("America/New_York|Asia/Tokyo");
    var verdict = rig.authorise(rig.request(DEVICE, device, new ZoneKey("America/New_York"), 0));

    assertThat(Objects.requireNonNull(verdict.denial()).rule().id())
        .as("14:00 in New York is 03:00 in Tokyo")
        .isEqualTo("default-contact-times");
  }
}
