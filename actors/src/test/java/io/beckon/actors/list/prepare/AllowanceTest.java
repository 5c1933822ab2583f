package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final int BYTES = 100_000;

  private final List<Long> told = new ArrayList<>();
  private final Allowance allowance = new Allowance(BYTES, Long.MAX_VALUE, told::add);

  @Test
  void tellsSingleBytesTogetherAndLeavesNoneOut() throws IOException {
    try (var stream = allowance.counting(new ByteArrayInputStream(new byte[BYTES]))) {
      while (stream.read() >= 0) {
        assertThat(told.size()).isLessThan(20);
      }
    }
    assertThat(told.stream().mapToLong(Long::longValue).sum()).isEqualTo(BYTES);
  }

  @Test
  void tellsLargeReadsAtOnce() throws IOException {
    try (var stream = allowance.counting(new ByteArrayInputStream(new byte[BYTES]))) {
      assertThat(stream.readNBytes(50_000)).hasSize(50_000);
      assertThat(told.stream().mapToLong(Long::longValue).sum()).isGreaterThan(40_000);
    }
  }
}
