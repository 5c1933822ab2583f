package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.dialing.CallResult;

/** Says why a check could not be made; then nothing is allowed. */
final class Troubles {
  static final Denial RULES_UNKNOWN =
      uncertain("rules-unknown", "The tenant's rules cannot be read.");
  static final Denial NOT_KEPT =
      uncertain("decision-not-kept", "The decision could not be written to PostgreSQL.");
  static final Denial CHANGED =
      uncertain("changed-meanwhile", "What is allowed changed while it was checked.");

  private Troubles() {}

  static Denial of(Trouble trouble) {
    return switch (trouble) {
      case AWAY ->
          uncertain(
              "redis-away",
              "Redis did not answer, so suppression and earlier attempts are not known.");
      case REBUILDING ->
          uncertain(
              "redis-rebuilding",
              "Redis is away or is being filled again from PostgreSQL, so suppression and earlier"
                  + " attempts are not known.");
      case CLOCK ->
          uncertain("clock-off", "The asker's clock is more than 500 ms off the clock of Redis.");
      case OLD_RULES -> uncertain("rules-old", "This node's rules are older than those in force.");
    };
  }

  private static Denial uncertain(String id, String reason) {
    return new Denial(
        new RuleRef(id, RuleType.SYSTEM, 1), reason, CallResult.CANCEL_RECORD, null, true);
  }
}
