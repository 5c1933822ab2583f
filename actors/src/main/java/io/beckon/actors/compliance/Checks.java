package io.beckon.actors.compliance;

import io.beckon.actors.compliance.Inquiry.Knowledge;
import io.beckon.protocol.compliance.Denial;
import java.util.ArrayList;
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
          new RecordAttemptsCheck(),
          new FieldsCheck(),
          new LocationCheck(),
          new ContactTimesCheck(),
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

  static Optional<Denial> firstDenial(List<Finding> findings) {
    return findings.stream().map(Finding::denial).filter(Objects::nonNull).findFirst();
  }
}
