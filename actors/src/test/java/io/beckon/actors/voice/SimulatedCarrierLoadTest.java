package io.beckon.actors.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CarrierSettings;
import io.beckon.protocol.dialing.GatewayReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedCarrierLoadTest {
  private static final int CALLS = 20_000;
  private static final CarrierSettings MIXED =
      new CarrierSettings(
          0.4,
          0.2,
          0.2,
          0.2,
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          3);

  @Test
  void takesTwentyThousandCallsWithoutLosingOrDoublingOne(@TempDir Path folder) throws IOException {
    Set<String> refused = ConcurrentHashMap.newKeySet();
    Semaphore window = new Semaphore(500);
    Set<AttemptId> seen = ConcurrentHashMap.newKeySet();
    Set<AttemptId> over = ConcurrentHashMap.newKeySet();
    try (GatewayRig rig = new GatewayRig(folder)) {
      rig.keeping = false;
      rig.tap =
          report -> {
            if (seen.add(report.attempt())) {
              window.release();
            }
            if (report instanceof GatewayReport.Ended) {
              over.add(report.attempt());
            } else if (report instanceof GatewayReport.NotPlaced n) {
              refused.add(n.reason());
            }
          };
      int before = rig.lines().size();
      Set<String> placed = new HashSet<>();
      for (int i = 0; i < CALLS; i++) {
        window.acquireUninterruptibly();
        placed.add(rig.place("+1202555" + (1021 + i % 79), MIXED).toString());
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> over.size() == CALLS);
      var lines = rig.lines().subList(before, rig.lines().size());
      assertThat(refused).isEmpty();
      assertThat(lines).hasSize(CALLS);
      lines.forEach(l -> placed.remove(l.split(",")[3]));
      assertThat(placed).isEmpty();
    }
  }
}
