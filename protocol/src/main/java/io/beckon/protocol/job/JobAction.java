package io.beckon.protocol.job;

/** What a job does with its campaign group. Each may be repeated without harm. */
public enum JobAction {
  LOAD_GROUP,
  START_GROUP,
  PAUSE_GROUP,
  STOP_GROUP,
  UNLOAD_GROUP
}
