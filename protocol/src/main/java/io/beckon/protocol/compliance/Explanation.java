package io.beckon.protocol.compliance;

import io.beckon.protocol.Wire;
import java.util.List;

/** A verdict with its trace: every rule that was looked at, what it saw and what it said. */
public record Explanation(Verdict verdict, List<Step> trace) implements Wire {
  public Explanation {
    trace = List.copyOf(trace);
  }

  /**
   * One rule's part.
   *
   * @param saw what the rule looked at, in words; no phone number
   * @param outcome ALLOWED, DENIED or NOT_APPLICABLE
   */
  public record Step(RuleRef rule, String saw, Outcome outcome) {}

  /** What a rule said. */
  public enum Outcome {
    ALLOWED,
    DENIED,
    NOT_APPLICABLE
  }
}
