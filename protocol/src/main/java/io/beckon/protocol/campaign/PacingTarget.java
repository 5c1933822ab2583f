package io.beckon.protocol.campaign;

/** What predictive dialing steers to. */
public enum PacingTarget {
  ABANDON_RATE,
  BUSY_FACTOR,
  AVERAGE_WAIT
}
