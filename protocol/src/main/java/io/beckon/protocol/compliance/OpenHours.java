package io.beckon.protocol.compliance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.NavigableSet;

/** When a place is open, by its wall clock. */
sealed interface OpenHours permits WeeklyHours, ClosedDates {
  boolean isOpen(ZoneId zone, Instant at);

  /**
   * Every instant between the two at which these hours may begin to be open; a superset, to be
   * filtered by {@link #isOpen}.
   */
  NavigableSet<Instant> possibleOpenings(ZoneId zone, Instant from, Instant till);

  /** Whether one week is like another, but for shifts of the clock. */
  boolean isWeekly();
}
