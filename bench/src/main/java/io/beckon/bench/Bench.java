package io.beckon.bench;

import java.util.List;

/** One measurement that {@code bin/bench NAME} runs; registered in {@link Benches}. */
public interface Bench {
  /** What it measures, in a few words, for {@code bin/bench list}. */
  String purpose();

  /**
   * Runs once and prints a line per metric.
   *
   * @param arguments what stood behind the name
   * @return false when what was measured is wrong, or breaks a limit that it is held to ({@link
   *     Held})
   */
  boolean run(List<String> arguments, Results results) throws Exception;
}
