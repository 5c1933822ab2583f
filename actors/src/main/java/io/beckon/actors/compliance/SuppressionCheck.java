package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.ReservationStore.Entry;
import io.beckon.protocol.compliance.RuleRef;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.suppression.SuppressionTerms;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who stands on a suppression list that holds now is not contacted. */
final class SuppressionCheck implements Check.Stored {
  @Override
  public List<Finding> look(Inquiry inquiry, Inquiry.Knowledge.AfterStore known) {
    List<Finding> result = new ArrayList<>();
    List<SuppressionTerms> lists = inquiry.lists();
    for (int i = 0; i < lists.size(); i++) {
      result.add(finding(lists.get(i), known.seen().entries().get(i), inquiry.at()));
    }
    return result;
  }

  private static Finding finding(SuppressionTerms list, Entry entry, Instant at) {
    var rule = new RuleRef("suppression-list-" + list.id(), RuleType.SUPPRESSION, 1);
    String what = list.type() == SuppressionType.DEVICE ? "The device" : "The Client ID";
    if (entry.suppresses(at)) {
      return Finding.denied(
          rule,
          what + " is on the suppression list " + list.name() + ".",
          CallResult.DO_NOT_CALL,
          earlier(entry.till(), list.expires()));
    }
    return Finding.allowed(
        rule,
        entry.listed()
            ? what + " is on the list " + list.name() + ", but not for this moment"
            : what + " is not on the list " + list.name());
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
