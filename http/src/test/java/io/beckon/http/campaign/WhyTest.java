package io.beckon.http.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.http.campaign.WhyView.Reason;
import io.beckon.protocol.campaign.GroupQueries.Summary;
import io.beckon.protocol.campaign.GroupQueries.Waiting;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.campaign.RunState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final PacingView PACING =
      new PacingView(
          15, 0, 0, 0, 6.9, List.of("AGENTS_BUSY", "COMPLIANCE_UNCERTAIN", "DATABASE_AWAY"));

  @Test
  void namesEverythingThatHoldsARunningGroupBack() {
    assertThat(codes(false))
        .containsExactly("AGENTS_BUSY", "COMPLIANCE_UNCERTAIN", "DATABASE_AWAY");
  }

  @Test
  void leavesOutWhatOnlyDelaysWhileAllIsHalted() {
    assertThat(codes(true)).containsExactly("HALTED", "DATABASE_AWAY");
  }

  private static List<String> codes(boolean halted) {
    var group = new Summary(null, RunState.RUNNING, null, null, null, null, null);
    var now = new Why.Now(Instant.EPOCH, null);
    return Why.of(group, PACING, halted, new Waiting(List.of(), 0, null), now).reasons().stream()
        .map(Reason::code)
        .toList();
  }
}
