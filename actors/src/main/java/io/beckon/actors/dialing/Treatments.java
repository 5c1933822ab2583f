package io.beckon.actors.dialing;

import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.Treatment;
import io.beckon.protocol.campaign.TreatmentAction;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.NextStep;
import java.time.Instant;
import java.util.List;

/**
 * Decides what becomes of a record after an attempt: the first treatment that names the call result
 * says it; without one the record is final.
 */
final class Treatments {
  /** No treatment is being followed. */
  static final int NONE = -1;

  private Treatments() {}

  /**
   * A record's past.
   *
   * @param made attempts made, the one that ended included
   * @param retries made by the treatment at {@code treatment}
   */
  record Past(int made, int retries, int treatment) {}

  static NextStep after(GroupSettings group, Past past, CallResult result, Instant ended) {
    int index = matching(group.treatments(), result);
    if (index == NONE) {
      return new NextStep.Final(result);
    }
    Treatment treatment = group.treatments().get(index);
    if (treatment.action() == TreatmentAction.RETRY_IN) {
      return retry(group, past, result, index, ended);
    }
    return follow(treatment.action(), result, ended);
  }

  private static NextStep retry(
      GroupSettings group, Past past, CallResult result, int index, Instant ended) {
    Treatment treatment = group.treatments().get(index);
    int retried = past.treatment() == index ? past.retries() : 0;
    if (retried < treatment.retries() && past.made() < group.maxAttemptsPerRecord()) {
      int next = retried + 1;
      return new NextStep.ReadyAt(ended.plus(treatment.waitBefore(next)), next, index, false);
    }
    TreatmentAction last = treatment.next();
    return follow(last == null ? TreatmentAction.UPDATE : last, result, ended);
  }

  private static NextStep follow(TreatmentAction action, CallResult result, Instant ended) {
    return action == TreatmentAction.NEXT_IN_CHAIN
        ? new NextStep.NextInChain(result, ended)
        : new NextStep.Final(result);
  }

  private static int matching(List<Treatment> treatments, CallResult result) {
    for (int i = 0; i < treatments.size(); i++) {
      if (treatments.get(i).callResults().contains(result)) {
        return i;
      }
    }
    return NONE;
  }
}
