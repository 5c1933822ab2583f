package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import io.beckon.protocol.dialing.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At most so many attempts in a time. Counted are attempts that were authorised and not proven
 * unplaced, over all channels and groups the rule names; one whose outcome is not known yet counts
 * as whatever the rule counts.
 *
 * @param max 0 to 1000; the attempt that would be one more is denied
 * @param span within which attempts count
 * @param counted which attempts count
 */
public record AttemptRule(
    RuleRef ref,
    boolean required,
    Set<Channel> channels,
    int max,
    Span span,
    CountBy countBy,
    Scope scope,
    Counted counted)
    implements CompiledRule {
  /** How long attempts are remembered in Redis; no rule may look further back. */
  public static final Duration LONGEST = Duration.ofDays(31);

  public AttemptRule {
    channels = Set.copyOf(channels);
    if (max < 0 || max > 1000) {
      throw new IllegalArgumentException("max must be 0 to 1000, was " + max);
    }
  }

  /** All attempts within a rolling window. */
  public AttemptRule(
      RuleRef ref,
      boolean required,
      Set<Channel> channels,
      int max,
      Duration within,
      CountBy countBy,
      Scope scope) {
    this(ref, required, channels, max, new Rolling(within), countBy, scope, Counted.EVERY);
  }

  /** Whose attempts are counted together. */
  public enum CountBy {
    DEVICE,
    CLIENT_ID,
    /** Attempts on the same device for the same Client ID. */
    BOTH
  }

  /** Over which attempts. */
  public enum Scope {
    TENANT,
    /** Those of the same campaign group, over all its runs. */
    GROUP
  }

  /** A time before an attempt. */
  public sealed interface Span {
    /** Attempts made after this moment count; {@code zones} are all the device may be in. */
    Instant after(Instant at, List<ZoneId> zones);

    /** When an attempt that was made then counts no more. */
    Instant leaves(Instant made, List<ZoneId> zones);
  }

  /**
   * Up to this very moment: an attempt leaves exactly so long after it.
   *
   * @param within 1 second to 31 days
   */
  public record Rolling(Duration within) implements Span {
    public Rolling {
      if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("within must be PT1S to P31D, was " + within);
      }
    }

    @Override
    public Instant after(Instant at, List<ZoneId> zones) {
      return at.minus(within);
    }

    @Override
    public Instant leaves(Instant made, List<ZoneId> zones) {
      return made.plus(within);
    }

    @Override
    public String toString() {
      return "within " + within;
    }
  }

  /**
   * Days of the calendar where the device is, this day being the last of them: 1 is since midnight,
   * 7 the seven consecutive days of 12 CFR 1006.14(b)(2). Of several zones the one counts in which
   * the days have begun first.
   *
   * @param days 1 to 30
   */
  public record LocalDays(int days) implements Span {
    /** With the day on which the clocks of all zones turn, within what is remembered. */
    public static final int LONGEST = 30;

    public LocalDays {
      if (days < 1 || days > LONGEST) {
        throw new IllegalArgumentException("localDays must be 1 to 30, was " + days);
      }
    }

    @Override
    public Instant after(Instant at, List<ZoneId> zones) {
      return zones.stream()
          .map(zone -> LocalDate.ofInstant(at, zone).minusDays(days - 1L).atStartOfDay(zone))
          .map(start -> start.toInstant().minusMillis(1))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    @Override
    public Instant leaves(Instant made, List<ZoneId> zones) {
      return zones.stream()
          .map(zone -> LocalDate.ofInstant(made, zone).plusDays(days).atStartOfDay(zone))
          .map(start -> start.toInstant())
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    @Override
    public String toString() {
      return days == 1 ? "since midnight" : "in " + days + " consecutive days";
    }
  }

  /**
   * Which attempts count. What is not known of one makes it count.
   *
   * @param results with these outcomes; none: whatever became of them
   * @param conversations only those in which somebody was spoken to
   * @param where only those that went there
   */
  public record Counted(Set<CallResult> results, boolean conversations, Where where) {
    /** Every attempt that was made. */
    public static final Counted EVERY = new Counted(Set.of(), false, Where.ANYWHERE);

    public Counted {
      results = Set.copyOf(results);
    }

    /** Whether an attempt counts of which this is known. */
    public boolean counts(Outcome outcome) {
      return (results.isEmpty() || results.contains(outcome.result()))
          && (!conversations || outcome.conversation())
          && where.mayBe(outcome.country(), outcome.states());
    }
  }

  /**
   * What became of an attempt.
   *
   * @param country it went to; null: not known
   * @param states of that country; empty: not known
   */
  public record Outcome(
      CallResult result, boolean conversation, @Nullable String country, Set<String> states) {
    public Outcome {
      states = Set.copyOf(states);
    }
  }
}
