package io.beckon.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.extractRequest;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.Connection;
import akka.http.javadsl.server.ExceptionHandler;
import akka.http.javadsl.server.RejectionHandler;
import io.beckon.protocol.InvalidField;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure of any kind becomes {@code application/problem+json}. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static ExceptionHandler exceptions() {
    return ExceptionHandler.newBuilder()
        .match(
            Throwable.class,
            failure -> extractRequest(request -> complete(response(failure, request))))
        .build();
  }

  static RejectionHandler rejections() {
    return Rejections.handler(
        (refusal, request) -> problem(Problem.of(refusal, List.of(), RequestIds.of(request))));
  }

  /** What akka-http sends by itself when a route does not answer in time. */
  static HttpResponse tooSlow(HttpRequest request) {
    return problem(Problem.of(Failures.TOO_SLOW, List.of(), RequestIds.of(request)));
  }

  private static HttpResponse response(Throwable failure, HttpRequest request) {
    var cause = named(Failures.unwrapped(failure));
    var requestId = RequestIds.of(request);
    if (cause instanceof InvalidRequestException invalid) {
      return problem(Problem.of(invalid.refusal(), invalid.errors(), requestId));
    }
    if (Failures.cutOff(cause)) {
      LOG.info(
          "request cut off requestId={} method={} path={} reason={}",
          requestId,
          request.method().value(),
          request.getUri().path(),
          cause.getClass().getSimpleName());
    }
    var refusal =
        Failures.refusal(cause)
            .orElseGet(
                () -> {
                  LOG.error(
                      "request failed requestId={} method={} path={}",
                      requestId,
                      request.method().value(),
                      request.getUri().path(),
                      cause);
                  return Failures.BUG;
                });
    var response = problem(Problem.of(refusal, List.of(), requestId));
    // What is left of a body that is too large must not be read as the next request.
    return Failures.tooLarge(cause) ? response.addHeader(Connection.create("close")) : response;
  }

  /** A value that a record refused, as an error of its field. */
  private static Throwable named(Throwable cause) {
    return cause instanceof InvalidField wrong
        ? InvalidRequestException.field(
            wrong.field(), "INVALID_VALUE", String.valueOf(wrong.getMessage()))
        : cause;
  }

  private static HttpResponse problem(Problem problem) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(problem.status()))
        .withEntity(
            HttpEntities.create(
                ContentTypes.create(
                    MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8)),
                Json.write(problem)));
  }
}
