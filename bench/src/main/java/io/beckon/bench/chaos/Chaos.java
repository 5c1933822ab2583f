package io.beckon.bench.chaos;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import java.util.List;

/** {@link ChaosBench} as {@code bin/bench} knows it; ends the JVM with its own verdict. */
public final class Chaos implements Bench {
  @Override
  public String purpose() {
    return "faults on three nodes: doubled, lost, suppressed and unlawful calls; time to resume";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    ChaosBench.main(arguments.toArray(String[]::new));
    return true;
  }
}
