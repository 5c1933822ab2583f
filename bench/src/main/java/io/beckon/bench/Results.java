package io.beckon.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints metrics as one JSON object a line, with the limit measured in the same run beside them.
 */
public final class Results {
  private static final MathContext DIGITS = new MathContext(6);

  private final String bench;
  private final PrintStream out;

  public Results(String bench, PrintStream out) {
    this.bench = bench;
    this.out = out;
  }

  /** A metric that has no physical limit or peer. */
  public void metric(String metric, double value, String unit) {
    print(metric, value, unit, null);
  }

  /**
   * @param limit of the same unit, measured in the same run; ratio is value / limit
   */
  public void metric(String metric, double value, String unit, double limit) {
    print(metric, value, unit, limit);
  }

  private void print(String metric, double value, String unit, @Nullable Double limit) {
    out.printf(
        Locale.ROOT,
        "{\"bench\":\"%s\",\"metric\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"limit\":%s,\"ratio\":%s}%n",
        bench,
        metric,
        number(value),
        unit,
        limit == null ? "null" : number(limit),
        limit == null || limit == 0 ? "null" : number(value / limit));
    out.flush();
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
