package io.beckon.actors.compliance;

import java.util.List;

/** One rule, or one kind of them, applied to one attempt. Pure. */
sealed interface Check {
  /** Decides from the attempt and the rules alone. */
  non-sealed interface Local extends Check {
    List<Finding> look(Inquiry inquiry);
  }

  /** Decides from what stands in the store, too. */
  non-sealed interface Stored extends Check {
    List<Finding> look(Inquiry inquiry, Inquiry.Knowledge.AfterStore known);
  }
}
