package io.beckon.actors.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.GatewayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedGatewayTest {
  static final String PERSON = "+12025550121";
  static final CarrierSettings LONG =
      new CarrierSettings(
          1, 0, 0, 0, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 1);

  GatewayRig rig;

  @BeforeEach
  void up(@TempDir Path folder) throws IOException {
    rig = new GatewayRig(folder);
  }

  @AfterEach
  void down() {
    rig.close();
  }

  @Test
  void placesAnAttemptThatComesTwiceOnlyOnce() {
    var place = rig.placeOf("+12025550100", GatewayRig.QUICK, Channel.VOICE);
    rig.tell(place);
    rig.tell(place);
    rig.ended(place.attempt());
    rig.tell(place);
    rig.ended(rig.place("+12025550100", GatewayRig.QUICK));
    assertThat(rig.linesOf(place.attempt())).isEqualTo(1);
  }

  @Test
  void refusesAPlaceOlderThanOneSecond() {
    var place = rig.placeOf(PERSON, GatewayRig.QUICK, Channel.VOICE);
    rig.clock.advance(Duration.ofMillis(1_001));
    assertThat(rig.refusal(rig.tell(place))).isEqualTo("LATE");
    assertThat(rig.linesOf(place.attempt())).isZero();
  }

  @Test
  void refusesAPlaceThatGrewOldWhileTheGuardLooked() {
    var answer = new CompletableFuture<Answer>();
    rig.guard = () -> answer;
    AttemptId attempt = rig.place(PERSON, GatewayRig.QUICK);
    rig.clock.advance(Duration.ofMillis(1_001));
    answer.complete(Answer.PLACE);
    assertThat(rig.refusal(attempt)).isIn("LATE", "UNCERTAIN");
    assertThat(rig.linesOf(attempt)).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Answer.class,
      names = {"SUPPRESSED", "HALTED", "UNCERTAIN"})
  void placesNothingThatTheGuardDenies(Answer answer) {
    rig.guard = () -> CompletableFuture.completedFuture(answer);
    AttemptId attempt = rig.place(PERSON, GatewayRig.QUICK);
    assertThat(rig.refusal(attempt)).isEqualTo(answer.name());
    assertThat(rig.linesOf(attempt)).isZero();
  }

  @Test
  void placesNothingWhenTheGuardFailsOrIsSilent() {
    rig.guard = () -> CompletableFuture.failedFuture(new IOException("broken"));
    assertThat(rig.refusal(rig.place(PERSON, GatewayRig.QUICK))).isEqualTo("UNCERTAIN");
    rig.guard = CompletableFuture::new;
    AttemptId attempt = rig.place(PERSON, GatewayRig.QUICK);
    assertThat(rig.refusal(attempt)).isEqualTo("UNCERTAIN");
    assertThat(rig.linesOf(attempt)).isZero();
  }

  @Test
  void resendsAFinalReportEverySecondUntilItIsStored() {
    rig.storing = false;
    AttemptId attempt = rig.place("+12025550104", GatewayRig.QUICK);
    rig.ended(attempt);
    rig.clock.advance(Duration.ofSeconds(1));
    await().until(() -> rig.finals(attempt).size() == 2);
    rig.gateway.tell(new GatewayCommand.Stored(List.of(attempt)));
    rig.clock.advance(Duration.ofSeconds(2));
    await().during(Duration.ofMillis(200)).until(() -> rig.finals(attempt).size() == 2);
  }

  @Test
  void givesUpAPersonWhoFindsNoAgentWithinTwoSeconds() {
    rig.agentsFree = false;
    AttemptId attempt = rig.place(PERSON, GatewayRig.QUICK);
    await().until(() -> rig.wanted.contains(attempt));
    rig.clock.advance(Duration.ofMillis(2_000));
    GatewayReport.Ended ended = rig.ended(attempt);
    assertThat(ended.result()).isEqualTo(CallResult.ABANDONED);
    assertThat(ended.live()).isTrue();
    assertThat(rig.done).containsExactly(attempt);
  }

  @Test
  void keepsAnAgentOnTheLineForTheHandleTime() {
    AttemptId attempt = rig.place(PERSON, GatewayRig.QUICK);
    GatewayReport.Ended ended = rig.ended(attempt);
    assertThat(Duration.between(ended.answeredAt(), ended.endedAt()))
        .isGreaterThanOrEqualTo(GatewayRig.QUICK.handle());
    assertThat(rig.of(attempt))
        .anyMatch(r -> r instanceof GatewayReport.Progress p && p.connected());
    assertThat(rig.done).containsExactly(attempt);
  }

  @Test
  void answersASessionThatAdopts() {
    AttemptId ringing = rig.place(PERSON, LONG);
    await().until(() -> rig.of(ringing).size() == 1);
    var lost = rig.placeOf(PERSON, GatewayRig.QUICK, Channel.VOICE);
    rig.gateway.tell(
        new GatewayCommand.Adopt(GatewayRig.SESSION, List.of(ringing, lost.attempt())));
    await().until(() -> rig.of(ringing).size() == 2);
    assertThat(rig.finalReport(lost.attempt())).isInstanceOf(GatewayReport.NotKnown.class);
    rig.tell(lost);
    rig.ended(rig.place("+12025550104", GatewayRig.QUICK));
    assertThat(rig.linesOf(lost.attempt())).isZero();
  }

  @Test
  void endsAsUnknownWhatWasOnALostLineAndNeverPlacesItAgain() throws IOException {
    AttemptId ringing = rig.place(PERSON, LONG);
    await().until(() -> rig.of(ringing).size() == 1);
    rig.restartCarrier();
    GatewayReport.Ended ended = rig.ended(ringing);
    assertThat(ended.result()).isEqualTo(CallResult.UNKNOWN);
    assertThat(ended.placedAt()).isNotNull();
    rig.awaitConnection();
    assertThat(rig.linesOf(ringing)).isEqualTo(1);
  }

  @Test
  void refusesWhileTheCarrierIsAwayAndGoesOnWhenItIsBack() throws IOException {
    rig.carrier.close();
    await().until(() -> rig.finalReport(rig.place(PERSON, GatewayRig.QUICK)), this::noConnection);
    rig.restartCarrier();
    rig.awaitConnection();
    assertThat(rig.ended(rig.place(PERSON, GatewayRig.QUICK)).result())
        .isEqualTo(CallResult.ANSWER);
  }

  private boolean noConnection(GatewayReport report) {
    return report instanceof GatewayReport.NotPlaced n && n.reason().equals("NO_CONNECTION");
  }

  @Test
  void suppressesWhoRepliesStopAndConfirmsItOnce() {
    rig.redisAway = true;
    AttemptId attempt = rig.text("+12025550105");
    assertThat(rig.ended(attempt).result()).isEqualTo(CallResult.DELIVERED);
    rig.redisAway = false;
    await().atMost(Duration.ofSeconds(30)).until(() -> rig.suppressed.size() == 1);
    await().until(() -> confirmations().size() == 2);
    assertThat(confirmations().get(1)).contains("+12025550105");
    await().during(Duration.ofMillis(300)).until(() -> confirmations().size() == 2);
    assertThat(rig.suppressed).containsExactly("+12025550105");
  }

  private List<String> confirmations() {
    return rig.linesOf("confirmations.csv");
  }
}
