package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Explanation.Outcome;
import io.beckon.protocol.compliance.Explanation.Step;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.dialing.CallResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one rule says about one attempt. */
record Finding(RuleRef rule, String saw, Outcome outcome, @Nullable Denial denial) {
  static Finding allowed(RuleRef rule, String saw) {
    return new Finding(rule, saw, Outcome.ALLOWED, null);
  }

  static Finding notApplicable(RuleRef rule, String saw) {
    return new Finding(rule, saw, Outcome.NOT_APPLICABLE, null);
  }

  /** The record is not to be dialled; {@code reason} is a sentence. */
  static Finding denied(RuleRef rule, String reason, @Nullable Instant allowedFrom) {
    return denied(rule, reason, CallResult.CANCEL_RECORD, allowedFrom);
  }

  static Finding denied(
      RuleRef rule, String reason, CallResult result, @Nullable Instant allowedFrom) {
    return new Finding(
        rule, reason, Outcome.DENIED, new Denial(rule, reason, result, allowedFrom, false));
  }

  /** Not now, whatever is known: the record stays as it is and is asked about again. */
  static Finding postponed(RuleRef rule, String reason) {
    return new Finding(
        rule,
        reason,
        Outcome.DENIED,
        new Denial(rule, reason, CallResult.CANCEL_RECORD, null, true));
  }

  Step step() {
    return new Step(rule, saw, outcome);
  }
}
