package io.beckon.persistence;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.util.OptionalLong;

/** Nobody overwrites what somebody else just changed; asked with the row locked. */
public final class Revisions {
  private Revisions() {}

  /**
   * Refused with 412 when the object is not as the caller saw it.
   *
   * @param seen empty: whatever it is now is to be changed
   */
  public static void check(OptionalLong seen, long now) {
    if (seen.isPresent() && seen.getAsLong() != now) {
      throw new RefusedException(Refusal.revisionChanged(seen.getAsLong()));
    }
  }
}
