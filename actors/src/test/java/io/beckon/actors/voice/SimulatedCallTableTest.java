package io.beckon.actors.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.GatewayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the simulated carrier, row by row, over a real socket. */
class SimulatedCallTableTest {
  GatewayRig rig;

  @BeforeEach
  void up(@TempDir Path folder) throws IOException {
    rig = new GatewayRig(folder);
  }

  @AfterEach
  void down() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({
    "00, BUSY, false",
    "01, NO_ANSWER, false",
    "02, ANSWERING_MACHINE, false",
    "03, FAX_DETECTED, false",
    "04, SIT_INVALID_NUM, false",
    "05, ANSWER, true",
    "06, ALL_TRUNKS_BUSY, false",
    "08, ANSWER, true",
    "21, ANSWER, true"
  })
  void endsACallAsTheTableSays(String ending, CallResult result, boolean live) {
    AttemptId attempt = rig.place("+120255501" + ending, GatewayRig.QUICK);
    GatewayReport.Ended ended = rig.ended(attempt);
    assertThat(ended.result()).isEqualTo(result);
    assertThat(ended.live()).isEqualTo(live);
    assertThat(ended.placedAt()).isNotNull();
    assertThat(ended.endedAt()).isAfterOrEqualTo(ended.placedAt());
    assertThat(ended.answeredAt() != null)
        .isEqualTo(live || ending.equals("02") || ending.equals("03"));
    assertThat(rig.lines())
        .filteredOn(l -> l.contains(attempt.toString()))
        .containsExactly(ended.placedAt() + ",+120255501" + ending + ",7," + attempt + ",node-1");
    assertThat(rig.linesOf("shown.csv")).contains(attempt + "," + GatewayRig.CALLER_ID);
  }

  @ParameterizedTest
  @CsvSource({
    "00, UNDELIVERED",
    "01, EXPIRED",
    "02, DELIVERED",
    "03, DELIVERED",
    "04, UNDELIVERED",
    "05, DELIVERED",
    "06, REJECTED",
    "08, DELIVERED",
    "21, DELIVERED"
  })
  void endsAMessageAsTheTableSays(String ending, CallResult result) {
    AttemptId attempt = rig.text("+120255501" + ending);
    GatewayReport.Ended ended = rig.ended(attempt);
    assertThat(ended.result()).isEqualTo(result);
    assertThat(ended.live()).isFalse();
    assertThat(rig.linesOf(attempt)).isEqualTo(1);
    assertThat(rig.wanted).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void endsSilenceAsUnknownAfterTenSeconds(boolean voice) {
    String number = "+12025550107";
    AttemptId attempt = voice ? rig.place(number, GatewayRig.QUICK) : rig.text(number);
    await().until(() -> rig.linesOf(attempt) == 1);
    rig.clock.advance(Duration.ofMillis(9_000));
    await().during(Duration.ofMillis(200)).until(() -> rig.of(attempt).isEmpty());
    rig.clock.advance(Duration.ofMillis(1_000));
    assertThat(rig.ended(attempt).result()).isEqualTo(CallResult.UNKNOWN);
    assertThat(rig.ended(attempt).placedAt()).isNull();
    assertThat(rig.linesOf(attempt)).isEqualTo(1);
  }

  @Test
  void takesTheSharesOfTheSettings() {
    var settings =
        new CarrierSettings(0, 0, 0, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50), 1);
    assertThat(rig.ended(rig.place("+12025550155", settings)).result())
        .isEqualTo(CallResult.ANSWERING_MACHINE);
    var busy =
        new CarrierSettings(0, 1, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ofMillis(50), 1);
    assertThat(rig.ended(rig.place("+12025550108", busy)).result()).isEqualTo(CallResult.BUSY);
  }

  @Test
  void reportsAnEventThatComesTwiceOnlyOnce() {
    AttemptId attempt = rig.place("+12025550108", GatewayRig.QUICK);
    rig.ended(attempt);
    await().during(Duration.ofMillis(300)).until(() -> rig.finals(attempt).size() == 1);
    assertThat(rig.wanted).containsExactly(attempt);
    assertThat(rig.done).containsExactly(attempt);
  }
}
