package io.beckon.protocol.compliance;

import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The in-memory twin of the store in Redis, for tests of what asks it. */
public final class MemoryReservationStore implements ReservationStore, Reservations {
  private record Made(Booking booking, Instant at) {}

  private record Place(TenantId tenant, SuppressionTerms list, String value) {}

  private final Clock clock;
  private final List<Made> made = new ArrayList<>();
  private final Map<Place, Entry> entries = new HashMap<>();
  private final Map<TenantId, Long> versions = new HashMap<>();
  private final Map<AttemptId, AttemptRule.Outcome> outcomes = new HashMap<>();
  private final Set<String> halts = new HashSet<>();
  private @Nullable Trouble trouble;

  public MemoryReservationStore(Clock clock) {
    this.clock = clock;
  }

  public synchronized void suppress(
      TenantId tenant, SuppressionTerms list, String value, Entry entry) {
    entries.put(new Place(tenant, list, value), entry);
  }

  public synchronized void rules(TenantId tenant, long version) {
    versions.put(tenant, version);
  }

  public synchronized void halt(String scope, boolean halted) {
    if (halted) {
      halts.add(scope);
    } else {
      halts.remove(scope);
    }
  }

  /** Answers everything with this trouble from now on; null: works again. */
  public synchronized void trouble(@Nullable Trouble now) {
    trouble = now;
  }

  public synchronized int booked() {
    return made.size();
  }

  @Override
  public synchronized CompletionStage<List<Observation>> ask(List<Question> questions) {
    return CompletableFuture.completedFuture(questions.stream().map(this::answer).toList());
  }

  private Observation answer(Question question) {
    Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    long newest = versions.getOrDefault(question.booking().tenant(), 0L);
    if (trouble != null) {
      return new Observation.Unknown(trouble, 0);
    }
    if (newest > question.ruleSet()) {
      return new Observation.Unknown(Trouble.OLD_RULES, newest);
    }
    if (question.mode() instanceof Mode.Book book
        && Duration.between(book.now(), now).abs().compareTo(CLOCK_TOLERANCE) > 0) {
      return new Observation.Unknown(Trouble.CLOCK, 0);
    }
    return seen(question, question.mode() instanceof Mode.Look look ? look.at() : now);
  }

  private Observation seen(Question question, Instant at) {
    Booking booking = question.booking();
    boolean halted = halts.contains("*") || halts.contains(booking.tenant().value());
    List<Entry> found = question.lists().stream().map(l -> entry(booking, l)).toList();
    List<Tally> tallies = question.rules().stream().map(r -> tally(question, r, at)).toList();
    boolean booked = made.stream().anyMatch(m -> m.booking().equals(booking));
    boolean blocked = halted || found.stream().anyMatch(e -> e.suppresses(at));
    for (int i = 0; i < tallies.size() && !booked; i++) {
      blocked |= tallies.get(i).full(question.rules().get(i));
    }
    if (question.mode() instanceof Mode.Book && !blocked && !booked) {
      made.add(new Made(booking, at));
      booked = true;
    }
    return new Observation.Seen(at, halted, found, tallies, booked);
  }

  private Entry entry(Booking booking, SuppressionTerms list) {
    String value =
        list.type() == SuppressionType.DEVICE ? booking.device().value() : booking.clientId();
    return value == null
        ? Entry.NONE
        : entries.getOrDefault(new Place(booking.tenant(), list, value), Entry.NONE);
  }

  private Tally tally(Question question, AttemptRule rule, Instant at) {
    List<Instant> newest =
        made.stream()
            .filter(m -> counts(m, question, rule, at))
            .map(Made::at)
            .sorted(Comparator.reverseOrder())
            .limit(rule.max())
            .toList();
    boolean full = newest.size() == rule.max() && rule.max() > 0;
    return new Tally(newest.size(), full ? newest.get(rule.max() - 1) : null);
  }

  private boolean counts(Made other, Question question, AttemptRule rule, Instant at) {
    Booking booking = question.booking();
    AttemptRule.Outcome outcome = outcomes.get(other.booking().attempt());
    Booking theirs = other.booking();
    boolean sameDevice = theirs.device().equals(booking.device());
    boolean sameClient = Objects.equals(theirs.clientId(), booking.clientId());
    return theirs.tenant().equals(booking.tenant())
        && !theirs.equals(booking)
        && other.at().isAfter(rule.span().after(at, question.zones()))
        && !(theirs.external() && outcome == null && !other.at().plus(UNCONFIRMED).isAfter(at))
        && (outcome == null || rule.counted().counts(outcome))
        && rule.channels().contains(theirs.channel())
        && (rule.scope() == AttemptRule.Scope.TENANT
            || Objects.equals(theirs.group(), booking.group()))
        && switch (rule.countBy()) {
          case DEVICE -> sameDevice;
          case CLIENT_ID -> sameClient;
          case BOTH -> sameDevice && sameClient;
        };
  }

  @Override
  public synchronized CompletionStage<Void> confirm(TenantId tenant, List<Confirmed> attempts) {
    attempts.forEach(c -> outcomes.put(c.booked().attempt(), c.outcome()));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Void> release(TenantId tenant, List<Released> attempts) {
    Stream<Released> released = attempts.stream();
    released.forEach(r -> made.removeIf(m -> m.booking().attempt().equals(r.attempt())));
    return CompletableFuture.completedFuture(null);
  }
}
