package io.beckon.protocol.campaign;

/** What a person, a job or a program can ask of a campaign group. */
public enum GroupAction {
  LOAD,
  START,
  /** {@code start} with {@code "paused":true}. */
  START_PAUSED,
  PAUSE,
  STOP,
  UNLOAD,
  /** {@code unload} with {@code "force":true}. */
  FORCE_UNLOAD
}
