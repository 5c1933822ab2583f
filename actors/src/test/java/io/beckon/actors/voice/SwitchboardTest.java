package io.beckon.actors.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.voice.CallState.Checking;
import io.beckon.actors.voice.CallState.Sent;
import io.beckon.actors.voice.Switchboard.Entry;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.GatewayCommand.Place;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final Switchboard board = new Switchboard();
  private final Place place = place();

  @Test
  void aStateRunsOutOnceAtItsMoment() {
    board.put(place, new Checking(), NOON.plusSeconds(1));

    assertThat(expiredAt(NOON.plusMillis(999))).isEmpty();
    assertThat(expiredAt(NOON.plusSeconds(1))).containsExactly(new Entry(place, new Checking()));
    assertThat(expiredAt(NOON.plusSeconds(90))).isEmpty();
  }

  @Test
  void aLaterStateRunsOutAtItsOwnMomentAndNoneBefore() {
    var sent = new Sent(NOON);
    board.put(place, new Checking(), NOON.plusSeconds(1));
    board.put(place, sent, NOON.plusSeconds(10));

    assertThat(expiredAt(NOON.plusSeconds(9))).isEmpty();
    assertThat(expiredAt(NOON.plusSeconds(10))).containsExactly(new Entry(place, sent));
  }

  @Test
  void anEarlierMomentOfALaterStateCounts() {
    var sent = new Sent(NOON);
    board.put(place, new Checking(), NOON.plusSeconds(10));
    board.put(place, sent, NOON.plusSeconds(2));

    assertThat(expiredAt(NOON.plusSeconds(2))).containsExactly(new Entry(place, sent));
    assertThat(expiredAt(NOON.plusSeconds(90))).isEmpty();
  }

  @Test
  void whatRanOutMayBePutAgain() {
    board.put(place, new Checking(), NOON.plusSeconds(1));
    board.expire(
        NOON.plusSeconds(1), e -> board.put(e.place(), new Sent(NOON), NOON.plusSeconds(3)));

    assertThat(expiredAt(NOON.plusSeconds(2))).isEmpty();
    assertThat(expiredAt(NOON.plusSeconds(3))).hasSize(1);
  }

  private List<Entry> expiredAt(Instant now) {
    List<Entry> expired = new ArrayList<>();
    board.expire(now, expired::add);
    return expired;
  }

  private static Place place() {
    var tenant = new TenantId("acme");
    var group = new GroupId(1);
    var placement =
        new Placement(tenant, group, new Device("+12125550101"), null, Channel.VOICE, List.of());
    return new Place(
        AttemptId.create(),
        new SessionId(tenant, group, new RunId(1), 0),
        placement,
        NOON,
        CarrierSettings.DEFAULT,
        null);
  }
}
