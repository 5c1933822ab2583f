package io.beckon.protocol.campaign;

/** Where a campaign group stands in its life; the state machine is drawn in architecture.md. */
public enum RunState {
  NOT_LOADED,
  LOADING,
  LOADED,
  RUNNING,
  PAUSED,
  /** No new attempts; ends when those in flight have ended. */
  STOPPING,
  UNLOADING,
  /** Final and suppressed records make up the total. */
  COMPLETED;

  /** The group, or calls of it, may need to be driven on after a crash. */
  public boolean isActive() {
    return this != NOT_LOADED && this != LOADED && this != COMPLETED;
  }
}
