package io.beckon.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.failWith;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.optionalHeaderValueByName;

import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.headers.ETag;
import akka.http.javadsl.model.headers.EntityTag;
import akka.http.javadsl.server.Route;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** {@code ETag} out and {@code If-Match} in: nobody overwrites what somebody else just changed. */
public final class Revisions {
  private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"?(\\d{1,18})\"?\\s*");

  private Revisions() {}

  /** The revision the caller has seen; empty when it did not say, or said {@code *}. */
  public static Route ifMatch(Function<OptionalLong, Route> inner) {
    return optionalHeaderValueByName(
        "If-Match",
        header -> {
          if (header.isEmpty() || header.get().trim().equals("*")) {
            return inner.apply(OptionalLong.empty());
          }
          var tag = TAG.matcher(header.get());
          return tag.matches()
              ? inner.apply(OptionalLong.of(Long.parseLong(tag.group(1))))
              : failWith(new RefusedException(changed(header.get())));
        });
  }

  /** Answers with the object and its revision as {@code ETag}. */
  public static <T> Route reply(
      StatusCode status, CompletionStage<T> reply, ToLongFunction<T> revision) {
    return onSuccess(
        reply,
        value ->
            complete(
                Replies.json(status, value)
                    .addHeader(
                        ETag.create(
                            EntityTag.create(Long.toString(revision.applyAsLong(value)), false)))));
  }

  /** 412: the object is not any more as the caller saw it. */
  public static Refusal changed(Object seen) {
    return new Refusal(
        "REVISION_CHANGED",
        412,
        "The object has changed since revision " + seen + ".",
        "Read it again, apply your change to what it is now, and send the new ETag as If-Match.",
        List.of());
  }
}
