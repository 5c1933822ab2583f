package io.beckon.persistence.compliance;

import io.beckon.protocol.compliance.AttemptRule;
import io.beckon.protocol.compliance.AttemptRule.Rolling;
import io.beckon.protocol.compliance.PlaceText;
import io.beckon.protocol.compliance.ReservationStore;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Question;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an attempt rule as check.lua reads it. */
final class RuleArguments {
  private RuleArguments() {}

  static void add(List<String> to, AttemptRule rule, Question question) {
    to.add(Integer.toString(rule.max()));
    to.add(span(rule, question));
    to.add(rule.countBy().name().substring(0, 1));
    to.add(rule.scope().name().substring(0, 1));
    to.add(
        rule.channels().stream()
            .map(c -> String.valueOf(RedisKeys.letter(c)))
            .collect(Collectors.joining()));
    to.add(results(rule));
    to.add(rule.counted().conversations() ? "C" : "A");
    to.add(PlaceText.of(rule.counted().where().country(), rule.counted().where().states()));
  }

  private static String span(AttemptRule rule, Question question) {
    return rule.span() instanceof Rolling rolling
        ? "w" + rolling.within().toMillis()
        : "s" + rule.span().after(reckonedFrom(question.mode()), question.zones()).toEpochMilli();
  }

  /**
   * The asker's clock may be ahead of the store's, and its day may have begun where the store's has
   * not: then the day before still counts.
   */
  private static Instant reckonedFrom(Mode mode) {
    if (mode instanceof Mode.Look look) {
      return look.at();
    }
    Instant now = mode instanceof Mode.Book book ? book.now() : ((Mode.LookNow) mode).now();
    return now.minus(ReservationStore.CLOCK_TOLERANCE);
  }

  private static String results(AttemptRule rule) {
    return rule.counted().results().isEmpty()
        ? ""
        : rule.counted().results().stream()
            .map(result -> Integer.toString(result.code()))
            .collect(Collectors.joining(",", ",", ","));
  }
}
