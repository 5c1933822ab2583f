package io.beckon.protocol.compliance;

import io.beckon.protocol.dialing.CallResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt may not be made.
 *
 * @param reason a sentence for people; holds no phone number
 * @param callResult DO_NOT_CALL for suppression, else CANCEL_RECORD
 * @param allowedFrom the next moment at which nothing that is known now would deny it, this rule or
 *     another; null when this rule never would allow it, or when that is not known
 * @param uncertain true when nothing is known against the attempt but the check could not be made
 *     (Redis, clock, versions): the record stays as it is and is asked again
 */
public record Denial(
    RuleRef rule,
    String reason,
    CallResult callResult,
    @Nullable Instant allowedFrom,
    boolean uncertain) {
  public Denial allowedFrom(@Nullable Instant moment) {
    return new Denial(rule, reason, callResult, moment, uncertain);
  }
}
