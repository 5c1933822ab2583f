package io.beckon.actors.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.actors.dialing.Treatments.Past;
import io.beckon.protocol.campaign.GroupMode;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PacingSettings;
import io.beckon.protocol.campaign.Treatment;
import io.beckon.protocol.campaign.TreatmentAction;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.NextStep;
import io.beckon.protocol.list.ContactListId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreatmentsTest {
  private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

  private static GroupSettings group(int maxAttempts, Treatment... treatments) {
    return new GroupSettings(
        "spring",
        Channel.VOICE,
        GroupMode.PROGRESSIVE,
        "simulated",
        null,
        null,
        null,
        maxAttempts,
        CarrierSettings.DEFAULT,
        PacingSettings.DEFAULT,
        List.of(new WeightedList(new ContactListId(1), 10)),
        List.of(),
        List.of(),
        null,
        List.of(treatments));
  }

  private static Treatment retry(int count, @Nullable TreatmentAction next, CallResult... results) {
    return new Treatment(
        List.of(results),
        TreatmentAction.RETRY_IN,
        Duration.ofMinutes(30),
        Duration.ofMinutes(5),
        count,
        next);
  }

  @Test
  void isFinalWithoutATreatment() {
    assertThat(Treatments.after(group(10), new Past(1, 0, -1), CallResult.BUSY, END))
        .isEqualTo(new NextStep.Final(CallResult.BUSY));
  }

  @Test
  void retriesAfterTheIntervalAndItsIncrements() {
    GroupSettings group = group(10, retry(3, null, CallResult.BUSY));
    assertThat(Treatments.after(group, new Past(1, 0, -1), CallResult.BUSY, END))
        .isEqualTo(new NextStep.ReadyAt(END.plus(Duration.ofMinutes(30)), 1, 0, false));
    assertThat(Treatments.after(group, new Past(2, 1, 0), CallResult.BUSY, END))
        .isEqualTo(new NextStep.ReadyAt(END.plus(Duration.ofMinutes(35)), 2, 0, false));
    assertThat(Treatments.after(group, new Past(3, 2, 0), CallResult.BUSY, END))
        .isEqualTo(new NextStep.ReadyAt(END.plus(Duration.ofMinutes(40)), 3, 0, false));
    assertThat(Treatments.after(group, new Past(4, 3, 0), CallResult.BUSY, END))
        .isEqualTo(new NextStep.Final(CallResult.BUSY));
  }

  @Test
  void goesToTheNextDeviceWhenRetriesAreUsedUp() {
    GroupSettings group = group(10, retry(1, TreatmentAction.NEXT_IN_CHAIN, CallResult.NO_ANSWER));
    assertThat(Treatments.after(group, new Past(2, 1, 0), CallResult.NO_ANSWER, END))
        .isEqualTo(new NextStep.NextInChain(CallResult.NO_ANSWER, END));
  }

  @Test
  void neverRetriesBeyondTheGroupsMaximum() {
    GroupSettings group = group(2, retry(5, null, CallResult.BUSY));
    assertThat(Treatments.after(group, new Past(2, 1, 0), CallResult.BUSY, END))
        .isEqualTo(new NextStep.Final(CallResult.BUSY));
  }

  @Test
  void countsRetriesOfEachTreatmentApart() {
    GroupSettings group =
        group(10, retry(1, null, CallResult.BUSY), retry(1, null, CallResult.NO_ANSWER));
    assertThat(Treatments.after(group, new Past(2, 1, 0), CallResult.NO_ANSWER, END))
        .isEqualTo(new NextStep.ReadyAt(END.plus(Duration.ofMinutes(30)), 1, 1, false));
  }

  @Test
  void takesTheFirstTreatmentThatNamesTheResult() {
    GroupSettings group =
        group(
            10,
            new Treatment(
                List.of(CallResult.BUSY), TreatmentAction.NEXT_IN_CHAIN, null, null, null, null),
            retry(3, null, CallResult.BUSY));
    assertThat(Treatments.after(group, new Past(1, 0, -1), CallResult.BUSY, END))
        .isEqualTo(new NextStep.NextInChain(CallResult.BUSY, END));
  }
}
