package io.beckon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeldTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Held held = new Held("ingest", new PrintStream(told, true, StandardCharsets.UTF_8));

  @Test
  void isKeptAtTheLimitItself() {
    assertThat(held.atLeast("ratio", 0.5, 0.5).atMost("heap", 512, 512).right("sum", true).all())
        .isTrue();
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void saysEveryLimitThatIsBroken() {
    held.atLeast("ratio", 0.42, 0.5).atMost("heap in MB", 600, 512).right("sum", false);
    assertThat(held.all()).isFalse();
    assertThat(told.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "ingest: ratio is 0.4200, below 0.5000",
            "ingest: heap in MB is 600.0, above 512.0",
            "ingest: sum is wrong");
  }

  @Test
  void isNotKeptByWhatWasNotMeasured() {
    assertThat(held.atLeast("ratio", Double.NaN, 0.5).all()).isFalse();
  }
}
