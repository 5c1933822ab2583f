package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When devices in some place may be contacted, in the local time of every zone they may be in.
 *
 * @param name as its maker called it
 * @param required applies to every group of the tenant; else only to groups that name it
 * @param replacesDefault stands in for the default hours where it applies, and may be wider
 * @param closingMargin no attempt is begun so long before closing; null: as long as the group's
 *     rings
 */
public record ContactTimesRule(
    RuleRef ref,
    String name,
    boolean required,
    Set<Channel> channels,
    Where where,
    WeeklyHours hours,
    boolean replacesDefault,
    @Nullable Duration closingMargin)
    implements TimeRule {
  /** What holds without any setting. */
  public static final ContactTimesRule DEFAULT =
      new ContactTimesRule(
          new RuleRef("default-contact-times", RuleType.CONTACT_TIMES, 1),
          "Default hours",
          true,
          EnumSet.allOf(Channel.class),
          Where.ANYWHERE,
          WeeklyHours.DEFAULT,
          false);

  /** Closes one ring before its hours end. */
  public ContactTimesRule(
      RuleRef ref,
      String name,
      boolean required,
      Set<Channel> channels,
      Where where,
      WeeklyHours hours,
      boolean replacesDefault) {
    this(ref, name, required, channels, where, hours, replacesDefault, null);
  }

  public ContactTimesRule {
    channels = Set.copyOf(channels);
  }
}
