package io.beckon.http.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a group dials now, and what holds it back. */
record WhyView(boolean dialing, List<Reason> reasons) {
  WhyView {
    reasons = List.copyOf(reasons);
  }

  /**
   * One reason.
   *
   * @param records how many records it concerns; null when it concerns the group as a whole
   * @param nextAt when that may change by itself; null when not known
   */
  record Reason(String code, String sentence, @Nullable Long records, @Nullable Instant nextAt) {
    static Reason of(String code, String sentence) {
      return new Reason(code, sentence, null, null);
    }
  }
}
