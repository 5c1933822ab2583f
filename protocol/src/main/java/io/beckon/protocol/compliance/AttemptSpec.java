package io.beckon.protocol.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Counted;
import io.beckon.protocol.compliance.AttemptRule.LocalDays;
import io.beckon.protocol.compliance.AttemptRule.Rolling;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.compliance.ContactTimesSpec.Place;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import io.beckon.protocol.dialing.CallResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No more attempts than so many; exactly one of within and localDays.
 *
 * @param scope null: TENANT
 * @param max 0 to 1000
 * @param within PT1S to P31D, rolling
 * @param localDays 1 to 30 days of the calendar where the device is; 1 is since midnight
 * @param countBy null: DEVICE
 * @param counts null: ATTEMPTS
 * @param callResults only attempts that ended so, or have not ended yet; none: all
 * @param attemptsTo only attempts that went there; null: anywhere
 */
@JsonDeserialize
public record AttemptSpec(
    String name,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    @Nullable Scope scope,
    int max,
    @Nullable Duration within,
    @Nullable Integer localDays,
    @Nullable CountBy countBy,
    @Nullable What counts,
    @Nullable List<CallResult> callResults,
    @Nullable Place attemptsTo)
    implements RuleSpec {
  /** What is counted. */
  public enum What {
    ATTEMPTS,
    /** Attempts in which somebody was spoken to. */
    CONVERSATIONS
  }

  public AttemptSpec {
    name = RuleHead.name(name);
    priority = RuleHead.priority(priority);
    channels = Channels.sorted(channels);
    scope = scope == null ? Scope.TENANT : scope;
    countBy = countBy == null ? CountBy.DEVICE : countBy;
    counts = counts == null ? What.ATTEMPTS : counts;
    callResults = callResults == null ? List.of() : List.copyOf(callResults);
    if (max < 0 || max > 1000) {
      throw new InvalidField("max", "of an ATTEMPT rule is 0 to 1000, was " + max);
    }
    if ((within == null) == (localDays == null)) {
      throw new InvalidField("within", "or localDays must be given, and only one of them");
    }
    checkSpan(within, localDays);
  }

  /** Every attempt within a rolling window. */
  public AttemptSpec(
      String name,
      boolean required,
      @Nullable Integer priority,
      Set<Channel> channels,
      @Nullable Scope scope,
      int max,
      Duration within,
      @Nullable CountBy countBy) {
    this(name, required, priority, channels, scope, max, within, null, countBy, null, null, null);
  }

  private static void checkSpan(@Nullable Duration within, @Nullable Integer localDays) {
    if (within != null
        && (within.compareTo(Duration.ofSeconds(1)) < 0
            || within.compareTo(AttemptRule.LONGEST) > 0)) {
      throw new InvalidField(
          "within", "of an ATTEMPT rule is PT1S to P31D, such as PT24H, was " + within);
    }
    if (localDays != null && (localDays < 1 || localDays > LocalDays.LONGEST)) {
      throw new InvalidField("localDays", "are 1 to 30, 1 for today, were " + localDays);
    }
  }

  @Override
  public RuleType type() {
    return RuleType.ATTEMPT;
  }

  @Override
  public AttemptRule compile(RuleRef ref) {
    Place place = attemptsTo;
    List<CallResult> results = callResults;
    return new AttemptRule(
        ref,
        required,
        channels,
        max,
        within != null ? new Rolling(within) : new LocalDays(localDays == null ? 1 : localDays),
        countBy == null ? CountBy.DEVICE : countBy,
        scope == null ? Scope.TENANT : scope,
        new Counted(
            results == null ? Set.of() : Set.copyOf(results),
            counts == What.CONVERSATIONS,
            place == null ? Where.ANYWHERE : new Where(place.country(), place.states())));
  }
}
