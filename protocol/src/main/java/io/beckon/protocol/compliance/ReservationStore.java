package io.beckon.protocol.compliance;

import io.beckon.protocol.suppression.SuppressionTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The one place where suppression is looked at, attempts are counted and a new one is booked, each
 * question in one atomic step. Never fails: trouble is an {@link Observation.Unknown}.
 */
public interface ReservationStore {
  /** How long a booking of an external OCS counts without a history (PT10M by its contract). */
  Duration UNCONFIRMED = Duration.ofMinutes(10);

  /** How far the asker's clock may be off the store's before nothing is booked. */
  Duration CLOCK_TOLERANCE = Duration.ofMillis(500);

  /** Answers in the order of the questions. */
  CompletionStage<List<Observation>> ask(List<Question> questions);

  /**
   * One question.
   *
   * @param ruleSet the version of the rules the asker has; an older one than the store knows is
   *     answered {@link Trouble#OLD_RULES}
   * @param lists to be looked at; those by Client ID only when the booking has one
   * @param rules to be counted for
   * @param zones every zone the device may be in, for rules of local days; at least one
   */
  record Question(
      Booking booking,
      long ruleSet,
      Mode mode,
      List<SuppressionTerms> lists,
      List<AttemptRule> rules,
      List<ZoneId> zones) {
    public Question {
      lists = List.copyOf(lists);
      rules = List.copyOf(rules);
      zones = List.copyOf(zones);
      if (zones.isEmpty()) {
        throw new IllegalArgumentException("zones must hold at least one");
      }
    }

    /** Where local days do not matter. */
    public Question(
        Booking booking,
        long ruleSet,
        Mode mode,
        List<SuppressionTerms> lists,
        List<AttemptRule> rules) {
      this(booking, ruleSet, mode, lists, rules, List.of(ZoneOffset.UTC));
    }
  }

  /** What to do. */
  sealed interface Mode {
    /**
     * Book unless something speaks against it.
     *
     * @param now the asker's clock
     */
    record Book(Instant now) implements Mode {}

    /** Book nothing, say what there is for that moment. */
    record Look(Instant at) implements Mode {}

    /**
     * Book nothing, say what there is now.
     *
     * @param now the asker's clock, from which local days are reckoned
     */
    record LookNow(Instant now) implements Mode {}
  }

  /** What was found. */
  sealed interface Observation {
    /**
     * @param at the store's clock, or the moment that was asked for
     * @param entries beside the question's lists
     * @param tallies beside the question's rules
     * @param booked the attempt counts from now on, or did already
     */
    record Seen(
        Instant at, boolean halted, List<Entry> entries, List<Tally> tallies, boolean booked)
        implements Observation {}

    /** Nothing is known, so nothing may be done. It is not known either whether it was booked. */
    record Unknown(Trouble trouble, long newestRuleSet) implements Observation {}
  }

  /**
   * A value's place on one list.
   *
   * @param listed false when the list does not have it
   * @param from null: since ever
   * @param till exclusive; null: for good
   */
  record Entry(boolean listed, @Nullable Instant from, @Nullable Instant till) {
    public static final Entry NONE = new Entry(false, null, null);
    public static final Entry ALWAYS = new Entry(true, null, null);

    public boolean suppresses(Instant at) {
      return listed && (from == null || !at.isBefore(from)) && (till == null || at.isBefore(till));
    }
  }

  /**
   * What one rule counted.
   *
   * @param count attempts within the window, counted up to the rule's maximum
   * @param decisive when the attempt was made whose leaving makes room; null while there is room,
   *     and when there never will be
   */
  record Tally(int count, @Nullable Instant decisive) {
    public boolean full(AttemptRule rule) {
      return count >= rule.max();
    }
  }

  /** Why nothing is known. */
  enum Trouble {
    /** Redis cannot be reached, or did not answer in time. */
    AWAY,
    /** Redis is another one, or was emptied, and is being filled again. */
    REBUILDING,
    /** The asker's clock is off. */
    CLOCK,
    /** The asker's rules are older than those in force. */
    OLD_RULES
  }
}
