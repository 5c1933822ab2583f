package io.beckon.protocol.job;

/** How a run of a job ended. */
public enum JobOutcome {
  SUCCEEDED,
  /** The group said no; it is not asked again. */
  REFUSED,
  /** It could not be done; tried again some times, in growing distance. */
  FAILED,
  /** Its node ended while it ran; another does it again. */
  DIED
}
