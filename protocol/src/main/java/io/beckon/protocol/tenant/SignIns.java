package io.beckon.protocol.tenant;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds out who somebody is. */
public interface SignIns {
  /**
   * Refuses with one and the same 401 an unknown username and a wrong password, and with 429 too
   * many wrong ones in a row.
   */
  CompletionStage<SignedIn> byPassword(String username, String password);

  /** Who a token speaks of; empty when there is no such user any more. */
  CompletionStage<Optional<SignedIn>> byUsername(String username);

  /** Who an API key belongs to. */
  CompletionStage<Optional<Principal>> byKey(String key);

  /**
   * @param epoch of the user's sessions: a token of another epoch is void
   */
  record SignedIn(Principal principal, int epoch) {}
}
