package io.beckon.protocol.event;

/** What can be followed over {@code /api/v1/events}; the SSE event name is the lower-case name. */
public enum ChangeKind {
  IMPORT,
  GROUP,
  AGENT,
  JOB,
  HALT
}
