package io.beckon.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The limits that what was measured is held to; says which are broken. */
public final class Held {
  private final String bench;
  private final PrintStream told;
  private boolean all = true;

  /**
   * @param told gets a sentence for each broken limit
   */
  public Held(String bench, PrintStream told) {
    this.bench = bench;
    this.told = told;
  }

  public Held atLeast(String what, double value, double least) {
    return held(value >= least, "%s: %s is %.4g, below %.4g", what, value, least);
  }

  public Held atMost(String what, double value, double most) {
    return held(value <= most, "%s: %s is %.4g, above %.4g", what, value, most);
  }

  /** What must be so whatever the speed. */
  public Held right(String what, boolean right) {
    if (!right) {
      all = false;
      told.println(bench + ": " + what + " is wrong");
    }
    return this;
  }

  private Held held(boolean kept, String sentence, String what, double value, double limit) {
    if (!kept) {
      all = false;
      told.println(String.format(Locale.ROOT, sentence, bench, what, value, limit));
    }
    return this;
  }

  /** Whether no limit is broken. */
  public boolean all() {
    return all;
  }
}
