package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import java.time.Duration;
import java.util.Set;

/**
 * At most so many attempts in a rolling window. Counted are attempts that were authorised and not
 * proven unplaced, whatever became of them, over all channels the rule names.
 *
 * @param max 0 to 1000; the attempt that would be one more is denied
 * @param within 1 second to 31 days, rolling: an attempt leaves the count exactly so long after it
 */
public record AttemptRule(
    RuleRef ref,
    boolean required,
    Set<Channel> channels,
    int max,
    Duration within,
    CountBy countBy,
    Scope scope)
    implements CompiledRule {
  /** How long attempts are remembered in Redis; no rule may look further back. */
  public static final Duration LONGEST = Duration.ofDays(31);

  public AttemptRule {
    channels = Set.copyOf(channels);
    if (max < 0 || max > 1000) {
      throw new IllegalArgumentException("max must be 0 to 1000, was " + max);
    }
    if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("within must be PT1S to P31D, was " + within);
    }
  }

  /** Whose attempts are counted together. */
  public enum CountBy {
    DEVICE,
    CLIENT_ID,
    /** Attempts on the same device for the same Client ID. */
    BOTH
  }

  /** Over which attempts. */
  public enum Scope {
    TENANT,
    /** Those of the same campaign group, over all its runs. */
    GROUP
  }
}
