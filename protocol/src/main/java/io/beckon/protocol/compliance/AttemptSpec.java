package io.beckon.protocol.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.compliance.AttemptRule.CountBy;
import io.beckon.protocol.compliance.AttemptRule.Scope;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Channels;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No more attempts than so many.
 *
 * @param scope null: TENANT
 * @param max 0 to 1000
 * @param within PT1S to P31D
 * @param countBy null: DEVICE
 */
@JsonDeserialize
public record AttemptSpec(
    String name,
    boolean required,
    @Nullable Integer priority,
    Set<Channel> channels,
    @Nullable Scope scope,
    int max,
    Duration within,
    @Nullable CountBy countBy)
    implements RuleSpec {
  public AttemptSpec {
    name = RuleHead.name(name);
    priority = RuleHead.priority(priority);
    channels = Channels.sorted(channels);
    scope = scope == null ? Scope.TENANT : scope;
    countBy = countBy == null ? CountBy.DEVICE : countBy;
    if (max < 0 || max > 1000) {
      throw new InvalidField("max", "of an ATTEMPT rule is 0 to 1000, was " + max);
    }
    if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(AttemptRule.LONGEST) > 0) {
      throw new InvalidField(
          "within", "of an ATTEMPT rule is PT1S to P31D, such as PT24H, was " + within);
    }
  }

  @Override
  public RuleType type() {
    return RuleType.ATTEMPT;
  }

  @Override
  public AttemptRule compile(RuleRef ref) {
    return new AttemptRule(
        ref,
        required,
        channels,
        max,
        within,
        countBy == null ? CountBy.DEVICE : countBy,
        scope == null ? Scope.TENANT : scope);
  }
}
