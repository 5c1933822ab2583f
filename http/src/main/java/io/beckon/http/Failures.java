package io.beckon.http;

import akka.http.scaladsl.model.EntityStreamException;
import akka.http.scaladsl.model.EntityStreamSizeException;
import akka.http.scaladsl.model.IllegalRequestException;
import akka.pattern.AskTimeoutException;
import akka.stream.StreamTcpException;
import akka.stream.scaladsl.TcpIdleTimeoutException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Says of an exception whether it is a refusal, a shortage, a bad request, or a bug. */
final class Failures {
  static final Refusal BUG =
      new Refusal(
          "INTERNAL_ERROR",
          500,
          "Something went wrong on our side.",
          "Try again; if it stays, give the requestId to whoever runs this installation.",
          List.of());
  static final Refusal TOO_SLOW =
      Refusal.unavailable(
          "TIMEOUT",
          "The answer did not come in time; it is not known whether the request took effect.",
          "Look whether it did, then try again.");
  private static final Refusal STORE_AWAY =
      Refusal.unavailable(
          "STORE_UNAVAILABLE",
          "The database cannot be reached.",
          "Wait until PostgreSQL is back; nothing is lost, and dialing goes on by itself.");
  private static final Refusal DATABASE_FULL =
      Refusal.storageFull(
          "The database's disk is full; nothing of this request was kept.",
          "Give PostgreSQL more space, then send it again; loads go on by themselves.");
  private static final Refusal BAD_CHARACTER =
      Refusal.invalid(
          "BAD_CHARACTER", "A text holds the character U+0000.", "Remove it and send it again.");
  private static final Refusal BUSY =
      Refusal.unavailable(
          "BUSY", "More requests are waiting than this node takes on.", "Try again in a moment.");
  private static final Refusal TOO_LARGE =
      new Refusal(
          "BODY_TOO_LARGE",
          413,
          "The body is larger than is taken here.",
          "Send less at once: JSON may have 1 MiB, and many contacts or entries come as a file to"
              + " …/imports.",
          List.of());

  private static final Refusal CUT_OFF =
      new Refusal(
          "BODY_CUT_OFF",
          400,
          "The connection ended before the body did; nothing of it was taken.",
          "Send it again.",
          List.of());

  private Failures() {}

  /** Akka has an exception of its own for a body of known size that must be held as a whole. */
  static boolean tooLarge(Throwable cause) {
    return cause instanceof EntityStreamSizeException
        || cause instanceof EntityStreamException held
            && held.info().summary().startsWith("Request too large");
  }

  /** Whoever sent the request went away, or stood still, before all of it had come. */
  static boolean cutOff(Throwable cause) {
    return cause instanceof EntityStreamException && !tooLarge(cause)
        || cause instanceof TcpIdleTimeoutException
        || cause instanceof StreamTcpException;
  }

  /** Empty for a bug. */
  static Optional<Refusal> refusal(Throwable cause) {
    if (cause instanceof RefusedException refused) {
      return Optional.of(refused.refusal());
    }
    if (cause instanceof JsonProcessingException json) {
      return Optional.of(JsonFailures.read(json).refusal());
    }
    if (tooLarge(cause)) {
      return Optional.of(TOO_LARGE);
    }
    if (cutOff(cause)) {
      return Optional.of(CUT_OFF);
    }
    if (cause instanceof AskTimeoutException || cause instanceof TimeoutException) {
      return Optional.of(TOO_SLOW);
    }
    if (cause instanceof RejectedExecutionException) {
      return Optional.of(BUSY);
    }
    if (cause instanceof IllegalRequestException bad) {
      return Optional.of(
          new Refusal(
              "BAD_REQUEST",
              400,
              String.valueOf(bad.getMessage()),
              "Send a well-formed request.",
              List.of()));
    }
    if (cause instanceof IllegalArgumentException && ours(cause)) {
      return Optional.of(
          Refusal.invalid(
              "INVALID_VALUE", String.valueOf(cause.getMessage()), "Mend it and send it again."));
    }
    return sqlState(cause).flatMap(Failures::ofSqlState);
  }

  static Throwable unwrapped(Throwable failure) {
    var cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Thrown by a record of ours, whose message is meant for the caller; any other is a bug. */
  private static boolean ours(Throwable cause) {
    var frames = cause.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith("io.beckon.");
  }

  /** Of the first SQL failure among the causes; a transient one counts as a lost connection. */
  private static Optional<String> sqlState(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return Optional.of("08000");
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return Optional.of(sql.getSQLState());
      }
    }
    return Optional.empty();
  }

  /**
   * 53100 (disk full); classes 08 (connection), 53 (resources), 57 (operator intervention); 22021
   * (bad character).
   */
  private static Optional<Refusal> ofSqlState(String state) {
    if (state.equals("53100")) {
      return Optional.of(DATABASE_FULL);
    }
    if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
      return Optional.of(STORE_AWAY);
    }
    return state.equals("22021") ? Optional.of(BAD_CHARACTER) : Optional.empty();
  }
}
