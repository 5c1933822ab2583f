package io.beckon.actors.list;

/** How one attempt to load ended. */
public enum LoadEnd {
  COMPLETED,
  FAILED,
  /** Somebody else has the import, or nobody: it was cancelled. */
  LOST
}
