package io.beckon.bench.chaos;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one finished run: the carrier's own record of calls on one side, what the
 * platform says of itself on the other.
 *
 * @param calls the lines of calls.csv of this group
 * @param attempts all rows of the group, those proven not placed included
 * @param suppressed what was suppressed while it ran, and when that was acknowledged
 */
public record Evidence(
    List<Call> calls,
    List<Attempt> attempts,
    List<DialRecord> records,
    List<Suppressed> suppressed,
    Limits limits) {
  public Evidence {
    calls = List.copyOf(calls);
    attempts = List.copyOf(attempts);
    records = List.copyOf(records);
    suppressed = List.copyOf(suppressed);
  }

  /** One line of calls.csv. */
  public record Call(Instant placedAt, String number, String group, String attempt, String node) {}

  /**
   * One attempt as the platform shows it.
   *
   * @param callResult null while open
   * @param notPlaced proven: not one byte went out
   */
  public record Attempt(
      String id,
      String record,
      String device,
      @Nullable Instant placedAt,
      @Nullable Instant endedAt,
      @Nullable String callResult,
      boolean notPlaced) {}

  /**
   * One record as the platform shows it.
   *
   * @param over final or suppressed
   * @param attempts as counted by the platform
   * @param lastAttempt the attempt that led to the last result
   */
  public record DialRecord(
      String id,
      boolean over,
      boolean suppressed,
      int attempts,
      @Nullable String callResult,
      @Nullable String lastAttempt) {}

  /** A device put on a required list. */
  public record Suppressed(String device, Instant acknowledgedAt) {}

  /**
   * What the run was allowed.
   *
   * @param records how many there must be
   * @param attempts per record at the most: the group's maximum
   * @param treatments attempts by the result each led to; more of one result in a row than its
   *     treatment's count + 1 is too much
   */
  public record Limits(int records, int attempts, List<Treatment> treatments) {
    public Limits {
      treatments = List.copyOf(treatments);
    }
  }

  /** A RETRY_IN: these results are tried again {@code count} times. */
  public record Treatment(List<String> callResults, int count) {
    public Treatment {
      callResults = List.copyOf(callResults);
    }
  }
}
