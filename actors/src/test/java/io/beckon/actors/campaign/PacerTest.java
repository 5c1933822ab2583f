package io.beckon.actors.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupMode;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PacingSettings;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.dialing.SliceStatus;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static GroupSettings group(@Nullable GroupMode mode, double multiplier) {
    return new GroupSettings(
        "spring",
        mode == null ? Channel.SMS : Channel.VOICE,
        mode,
        "simulated",
        null,
        null,
        null,
        10,
        CarrierSettings.DEFAULT,
        new PacingSettings(10, null, null, multiplier, null),
        List.of(new WeightedList(new ContactListId(1), 10)),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static int start(double multiplier, int agents, int talking, int open, int granted) {
    return Pacer.attemptsToStart(
        group(GroupMode.PROGRESSIVE, multiplier), new Pacer.Scene(agents, talking, open, granted));
  }

  @Test
  void dialsOneCallForEachFreeAgent() {
    assertThat(start(1.0, 10, 0, 0, 0)).isEqualTo(10);
    assertThat(start(1.0, 10, 4, 4, 0)).isEqualTo(6);
    assertThat(start(1.0, 10, 4, 9, 1)).isEqualTo(0);
  }

  @Test
  void dialsNothingWithoutAgents() {
    assertThat(start(3.0, 0, 0, 0, 0)).isZero();
  }

  @Test
  void multipliesOnlyTheFreeAgents() {
    assertThat(start(1.5, 10, 6, 6, 0)).isEqualTo(6);
  }

  @Test
  void neverAsksForLessThanNothing() {
    assertThat(start(1.0, 10, 10, 25, 5)).isZero();
  }

  @Test
  void keepsABoundedNumberOfMessagesInFlightWithoutAgents() {
    var scene = new Pacer.Scene(0, 0, 100, 50);
    assertThat(Pacer.attemptsToStart(group(null, 1.0), scene))
        .isEqualTo(Pacer.MESSAGES_IN_FLIGHT - 150);
  }

  @Test
  void sharesCreditAmongSlicesThatHaveRecords() {
    Slices slices = new Slices();
    slices.reset(4);
    slices.status(status(0, 0, 5, 0));
    slices.status(status(2, 0, 100, 0));
    var shares = slices.share(50);
    assertThat(shares.keySet()).isEqualTo(Set.of(0, 2));
    assertThat(shares.get(0)).isEqualTo(5);
    assertThat(shares.get(2)).isEqualTo(45);
  }

  @Test
  void countsCreditUntilAStatusReflectsItOrItIsLost() {
    Slices slices = new Slices();
    slices.reset(1);
    slices.sent(0, 7, 3, NOW);
    assertThat(slices.granted(NOW)).isEqualTo(3);
    slices.status(status(0, 6, 0, 1));
    assertThat(slices.granted(NOW)).isEqualTo(3);
    slices.status(status(0, 7, 0, 4));
    assertThat(slices.granted(NOW)).isZero();
    slices.sent(0, 8, 2, NOW);
    assertThat(slices.granted(NOW.plusSeconds(3))).isZero();
  }

  private static SliceStatus status(int slice, long seq, int available, int open) {
    SessionId session = new SessionId(TenantId.DEFAULT, new GroupId(1), new RunId(1), slice);
    return new SliceStatus(session, seq, available, open, open, null, List.of());
  }

  @Test
  void limitsAttemptsPerMinuteWithoutSavingUp() {
    CallRate rate = new CallRate();
    assertThat(rate.available(600, NOW)).isEqualTo(10);
    rate.spend(10);
    assertThat(rate.available(600, NOW.plusMillis(500))).isEqualTo(5);
    assertThat(rate.available(600, NOW.plusSeconds(60))).isEqualTo(10);
    assertThat(new CallRate().available(null, NOW)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void givesAWaitingCallTheNextFreeAgent() {
    AgentPool pool = new AgentPool();
    pool.resize(1);
    AttemptId first = AttemptId.create();
    AttemptId second = AttemptId.create();
    assertThat(pool.want(first, NOW)).contains("simulated-1");
    assertThat(pool.want(second, NOW)).isEmpty();
    assertThat(pool.next(NOW)).isEmpty();
    pool.done(first);
    assertThat(pool.next(NOW.plusSeconds(1))).contains(second);
    assertThat(pool.want(second, NOW.plusSeconds(1))).contains("simulated-1");
  }

  @Test
  void forgetsCallsThatWaitedLongerThanTheGatewayLetsThem() {
    AgentPool pool = new AgentPool();
    pool.resize(1);
    AttemptId first = AttemptId.create();
    pool.want(first, NOW);
    pool.want(AttemptId.create(), NOW);
    pool.done(first);
    assertThat(pool.next(NOW.plusSeconds(3))).isEmpty();
    assertThat(pool.ready()).isEqualTo(1);
  }

  @Test
  void freesAgentsOfCallsNobodyShowsAndKeepsThoseThatAreShown() {
    AgentPool pool = new AgentPool();
    pool.resize(2);
    AttemptId shown = AttemptId.create();
    AttemptId lost = AttemptId.create();
    pool.want(shown, NOW);
    pool.want(lost, NOW);
    pool.talking(List.of(shown), NOW.plusSeconds(4));
    assertThat(pool.unheard(NOW.plusSeconds(6))).containsExactly(lost);
    assertThat(pool.ready()).isEqualTo(1);
  }

  @Test
  void measuresOccupancyOverTheLastMinute() {
    AgentPool pool = new AgentPool();
    pool.resize(2);
    pool.pass(NOW);
    assertThat(pool.occupancyPct()).isEmpty();
    pool.want(AttemptId.create(), NOW);
    pool.pass(NOW.plusSeconds(10));
    assertThat(pool.occupancyPct()).hasValue(50.0);
  }
}
