package io.beckon.actors.compliance;

import io.beckon.actors.compliance.Inquiry.Knowledge;
import io.beckon.protocol.compliance.Denial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All checks in the order in which they are looked at; the first denial is the answer. */
final class Checks {
  static final List<Check> IN_ORDER =
      List.of(
          new HaltCheck(),
          new EmergencyNumberCheck(),
          new CallerIdCheck(),
          new ErasedCheck(),
          new SuppressionCheck(),
          new RegistryCheck(),
          new RecordAttemptsCheck(),
          new FieldsCheck(),
          new LocationCheck(),
          new ContactTimesCheck(),
          new ContactDatesCheck(),
          new CallingWindowCheck(),
          new AttemptRuleCheck());

  private Checks() {}

  static List<Finding> findings(Inquiry inquiry, Knowledge knowledge) {
    List<Finding> result = new ArrayList<>();
    for (Check check : IN_ORDER) {
      if (check instanceof Check.Local local) {
        result.addAll(local.look(inquiry));
      } else if (check instanceof Check.Stored stored
          && knowledge instanceof Knowledge.AfterStore known) {
        result.addAll(stored.look(inquiry, known));
      }
    }
    return result;
  }

  static boolean denies(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.denial() != null);
  }

  /**
   * The first denial, with the moment from which neither it nor any other of them holds. Another
   * that gives no moment speaks for itself when it is asked about again.
   */
  static Optional<Denial> answer(Inquiry inquiry, List<Finding> findings) {
    List<Denial> denials = findings.stream().map(Finding::denial).filter(Objects::nonNull).toList();
    if (denials.isEmpty() || denials.get(0).allowedFrom() == null) {
      return denials.stream().findFirst();
    }
    Instant latest =
        denials.stream()
            .map(Denial::allowedFrom)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Optional.of(
        denials
            .get(0)
            .allowedFrom(inquiry.times().nextOpening(inquiry.whereabouts(), latest).orElse(null)));
  }
}
