package io.beckon.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.extractRequest;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.Allow;
import akka.http.javadsl.server.MalformedHeaderRejection;
import akka.http.javadsl.server.MalformedQueryParamRejection;
import akka.http.javadsl.server.MethodRejection;
import akka.http.javadsl.server.MissingQueryParamRejection;
import akka.http.javadsl.server.Rejection;
import akka.http.javadsl.server.RejectionHandler;
import akka.http.javadsl.server.RequestEntityExpectedRejection;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.server.UnsupportedRequestContentTypeRejection;
import io.beckon.protocol.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Says what a request lacked that no route took. */
final class Rejections {
  private static final String SEE = "See /api/docs for what there is.";

  private Rejections() {}

  static RejectionHandler handler(BiFunction<Refusal, HttpRequest, HttpResponse> respond) {
    return RejectionHandler.newBuilder()
        .handleAll(MethodRejection.class, many -> method(many, respond))
        .handle(Rejection.class, one -> extractRequest(r -> complete(respond.apply(of(one), r))))
        .handleNotFound(extractRequest(r -> complete(respond.apply(nowhere(r), r))))
        .build();
  }

  private static Route method(
      List<MethodRejection> many, BiFunction<Refusal, HttpRequest, HttpResponse> respond) {
    var supported = many.stream().map(MethodRejection::supported).distinct().toList();
    var names = supported.stream().map(m -> m.value()).collect(Collectors.joining(", "));
    return extractRequest(
        r ->
            complete(
                respond
                    .apply(
                        refusal(
                            "METHOD_NOT_ALLOWED",
                            405,
                            r.method().value() + " is not possible here, but " + names + " is."),
                        r)
                    .addHeader(
                        Allow.create(
                            supported.toArray(akka.http.javadsl.model.HttpMethod[]::new)))));
  }

  private static Refusal of(Rejection rejection) {
    if (rejection instanceof MissingQueryParamRejection missing) {
      return refusal(
          "MISSING_PARAMETER", 400, "The parameter " + missing.parameterName() + " is missing.");
    }
    if (rejection instanceof MalformedQueryParamRejection malformed) {
      return refusal(
          "INVALID_PARAMETER",
          400,
          "The parameter " + malformed.parameterName() + " cannot be read.");
    }
    if (rejection instanceof MalformedHeaderRejection header) {
      return refusal(
          "INVALID_HEADER", 400, "The header " + header.headerName() + " cannot be read.");
    }
    if (rejection instanceof RequestEntityExpectedRejection) {
      return refusal("BODY_EXPECTED", 400, "A body is expected here.");
    }
    if (rejection instanceof UnsupportedRequestContentTypeRejection) {
      return refusal("UNSUPPORTED_CONTENT_TYPE", 415, "That type of body is not understood here.");
    }
    return refusal("BAD_REQUEST", 400, "The request cannot be understood.");
  }

  private static Refusal nowhere(HttpRequest request) {
    return refusal("NOT_FOUND", 404, "There is nothing at " + request.getUri().path() + ".");
  }

  private static Refusal refusal(String code, int status, String detail) {
    return new Refusal(code, status, detail, SEE, List.of());
  }
}
