package io.beckon.protocol.compliance;

/** Kinds of compliance rules, as decisions name them. */
public enum RuleType {
  SUPPRESSION,
  REGISTRY,
  ATTEMPT,
  LOCATION,
  CONTACT_TIMES,
  CONTACT_DATES,
  CUSTOM,
  EXTERNAL,
  CONSENT,
  /** Not removable by anyone: emergency numbers, no caller ID, uncertain state, halt. */
  SYSTEM
}
