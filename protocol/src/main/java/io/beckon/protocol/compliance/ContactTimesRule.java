package io.beckon.protocol.compliance;

import io.beckon.protocol.device.Channel;
import java.util.EnumSet;
import java.util.Set;

/**
 * When devices in some place may be contacted, in the local time of every zone they may be in.
 *
 * @param name as its maker called it
 * @param required applies to every group of the tenant; else only to groups that name it
 * @param replacesDefault stands in for the default hours where it applies, and may be wider
 */
public record ContactTimesRule(
    RuleRef ref,
    String name,
    boolean required,
    Set<Channel> channels,
    Where where,
    WeeklyHours hours,
    boolean replacesDefault)
    implements CompiledRule {
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

  public ContactTimesRule {
    channels = Set.copyOf(channels);
  }
}
