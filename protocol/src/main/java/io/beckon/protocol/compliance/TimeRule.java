package io.beckon.protocol.compliance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rule that looks at the clocks where a device may be: open hours, or closed dates. */
public sealed interface TimeRule extends CompiledRule permits ContactTimesRule, ContactDatesRule {
  String name();

  Where where();

  OpenHours hours();

  /** Stands in for the default hours where it applies. */
  boolean replacesDefault();

  /** How long before closing no attempt is begun any more; null: as long as the group's rings. */
  @Nullable Duration closingMargin();
}
