package io.beckon.protocol.dialing;

import java.time.Instant;

/** What becomes of a record: the outcome of treatments, or of a denial. */
public sealed interface NextStep {
  /**
   * Ready again from {@code at} on.
   *
   * @param zoneWait it waits for its zone to open, not for a retry
   */
  record ReadyAt(Instant at, int retries, int treatment, boolean zoneWait) implements NextStep {}

  /** This record is final; the contact's next device becomes ready at {@code at}. */
  record NextInChain(CallResult result, Instant at) implements NextStep {}

  /** This record is suppressed; the contact's next device becomes ready at {@code at}. */
  record Suppressed(Instant at) implements NextStep {}

  /** This record is final, and with it the rest of its chain. */
  record Final(CallResult result) implements NextStep {}
}
