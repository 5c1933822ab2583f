package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Decisions.Decision;
import io.beckon.protocol.compliance.Denial;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Denials of attempts that could not be checked, counted until they are written: one row for all of
 * a tenant, group, channel and reason. When everything is uncertain every record is asked about
 * again and again; a row each would bury what was decided.
 */
final class DoubtTally {
  /** More are counted without their group. */
  private static final int MOST_KEYS = 1_000;

  /** Nothing. */
  static final Taken NONE = new Taken(Map.of());

  private Map<Key, Count> counts = new HashMap<>();

  private record Key(
      String tenant, @Nullable Long group, String channel, long ruleSet, String rule) {
    Key withoutGroup() {
      return new Key(tenant, null, channel, 0, rule);
    }
  }

  private record Count(int times, Instant first, Instant last, Denial denial) {
    Count and(Count other) {
      return new Count(
          (int) Math.min(Integer.MAX_VALUE, (long) times + other.times),
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          denial);
    }

    /** What went on over midnight is of the day it ended: the day before may be closed by then. */
    Instant since() {
      boolean oneDay = first.truncatedTo(ChronoUnit.DAYS).equals(last.truncatedTo(ChronoUnit.DAYS));
      return oneDay ? first : last;
    }
  }

  synchronized void add(Decision decision) {
    Denial denial = Objects.requireNonNull(decision.verdict().denial());
    var group = decision.group();
    var key =
        new Key(
            decision.tenant().value(),
            group == null ? null : group.value(),
            decision.channel().name(),
            decision.ruleSet(),
            denial.rule().id());
    var at = decision.verdict().at();
    boolean room = counts.size() < MOST_KEYS || counts.containsKey(key);
    counts.merge(room ? key : key.withoutGroup(), new Count(1, at, at, denial), Count::and);
  }

  /** What has been counted; counting begins anew. */
  synchronized Taken take() {
    var taken = new Taken(counts);
    counts = new HashMap<>();
    return taken;
  }

  /** It could not be written. */
  synchronized void putBack(Taken taken) {
    taken.counts.forEach((key, count) -> counts.merge(key, count, Count::and));
  }

  /** Counts on their way to PostgreSQL. */
  static final class Taken {
    private final Map<Key, Count> counts;

    private Taken(Map<Key, Count> counts) {
      this.counts = counts;
    }

    boolean isEmpty() {
      return counts.isEmpty();
    }

    List<Map.Entry<String, EvidenceLine>> rows() {
      List<Map.Entry<String, EvidenceLine>> rows = new ArrayList<>(counts.size());
      counts.forEach((key, count) -> rows.add(Map.entry(key.tenant(), line(key, count))));
      return rows;
    }
  }

  private static EvidenceLine line(Key key, Count count) {
    return new EvidenceLine(
        DecisionId.create().value(),
        count.since(),
        null,
        key.group(),
        key.channel(),
        null,
        false,
        true,
        count.times(),
        count.last(),
        key.ruleSet(),
        DecisionRows.rule(count.denial()),
        null);
  }
}
