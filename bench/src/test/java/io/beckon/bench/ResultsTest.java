package io.beckon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void printsValueLimitAndRatio() {
    assertThat(printed(results -> results.metric("rows_per_s", 25_000, "rows/s", 100_000)))
        .isEqualTo(
            """
            {"bench":"ingest","metric":"rows_per_s","value":25000,"unit":"rows/s","limit":100000,"ratio":0.25}
            """);
  }

  @Test
  void hasNullsWhereThereIsNoLimit() {
    assertThat(printed(results -> results.metric("peak_heap_mb", 1.0 / 3, "MB")))
        .isEqualTo(
            """
            {"bench":"ingest","metric":"peak_heap_mb","value":0.333333,"unit":"MB","limit":null,"ratio":null}
            """);
  }

  private static String printed(Consumer<Results> metric) {
    var bytes = new ByteArrayOutputStream();
    metric.accept(new Results("ingest", new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
