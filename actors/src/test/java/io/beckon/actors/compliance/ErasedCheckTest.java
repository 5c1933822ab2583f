package io.beckon.actors.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.ErasedPeople;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.CallResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People of whom only a mark is left. */
class ErasedCheckTest {
  private static final byte[] KEY = {1, 2, 3};
  private static final ErasedPeople MARKS = new ErasedPeople(KEY, Set.of());

  private final PoolRig rig = new PoolRig();

  @Test
  void anErasedDeviceIsDeniedForGoodAndNotBooked() {
    var denial = denial(MARKS.ofDevice(PoolRig.DEVICE.value()));

    assertThat(denial).isNotNull();
    assertThat(denial.rule().id()).isEqualTo("erased");
    assertThat(denial.callResult()).isEqualTo(CallResult.DO_NOT_CALL);
    assertThat(denial.allowedFrom()).isNull();
    assertThat(rig.store.booked()).isZero();
  }

  /** The rig's person is client c1. */
  @Test
  void anErasedClientIsDeniedOnEveryDevice() {
    assertThat(denial(MARKS.ofClient("c1"))).isNotNull();
  }

  @Test
  void othersAndValuesOfTheOtherKindAreNot() {
    assertThat(denial(MARKS.ofDevice("+12125550199"))).isNull();
    assertThat(denial(MARKS.ofDevice("c1"))).isNull();
    assertThat(denial(MARKS.ofClient(PoolRig.DEVICE.value()))).isNull();
  }

  @Test
  void anotherKeyMakesAnotherMark() {
    var other = new ErasedPeople(new byte[] {4}, Set.of(MARKS.ofDevice("+12125550123")));
    assertThat(other.has(new Device("+12125550123"))).isFalse();
  }

  private @Nullable Denial denial(String mark) {
    rig.rules =
        new RuleSet(
            PoolRig.TENANT,
            0,
            new ZoneKey("America/Chicago"),
            List.of(),
            List.of(),
            new ErasedPeople(KEY, Set.of(mark)));
    return rig.authorise().denial();
  }
}
