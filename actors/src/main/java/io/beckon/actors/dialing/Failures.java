package io.beckon.actors.dialing;

import io.beckon.protocol.dialing.DialStore.Fenced;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a failed future was about. */
final class Failures {
  private Failures() {}

  static String text(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException c ? c.getCause() : error;
    return cause == null ? "none" : cause.getClass().getSimpleName();
  }

  /** Whether another incarnation of the session has taken over. */
  static boolean isFenced(@Nullable Throwable error) {
    return error instanceof Fenced
        || (error instanceof CompletionException && error.getCause() instanceof Fenced);
  }
}
