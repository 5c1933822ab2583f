package io.beckon.actors.filedrop;

import io.beckon.protocol.RefusedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Failures as an operator should read them. */
final class Sentences {
  private Sentences() {}

  static String of(Throwable failure) {
    var refused = within(failure, RefusedException.class);
    if (refused != null) {
      return refused.refusal().detail() + " " + refused.refusal().remedy();
    }
    var trouble = within(failure, PlaceTrouble.class);
    return trouble != null ? String.valueOf(trouble.getMessage()) : usual(root(failure));
  }

  private static String usual(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return "There is no host named " + cause.getMessage() + ".";
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return "Nobody answers at this address: " + cause.getMessage() + ".";
    }
    if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
      return "The server did not answer in time.";
    }
    if (cause instanceof SSLException) {
      return "The encrypted connection failed: " + cause.getMessage() + ".";
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  static <T extends Throwable> @Nullable T within(Throwable failure, Class<T> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  private static Throwable root(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }
}
