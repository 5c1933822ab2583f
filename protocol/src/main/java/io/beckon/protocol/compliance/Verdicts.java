package io.beckon.protocol.compliance;

import io.beckon.protocol.Wire;
import java.util.List;

/** Answers to {@link ComplianceCommand.Authorise}, in its order. */
public record Verdicts(List<Verdict> verdicts) implements Wire {
  public Verdicts {
    verdicts = List.copyOf(verdicts);
  }
}
