package io.beckon.http;

import static akka.http.javadsl.server.Directives.mapRequest;
import static akka.http.javadsl.server.Directives.mapResponse;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Gives every request an id, the caller's own where it sent a sane one, and says it back. */
final class RequestIds {
  static final String HEADER = "X-Request-Id";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestIds() {}

  static Route withRequestId(Supplier<Route> inner) {
    return mapRequest(RequestIds::tagged, inner);
  }

  /** Adds the id of {@code request}, which has passed {@link #withRequestId}, to its answer. */
  static Route echo(HttpRequest request, Supplier<Route> inner) {
    var id = of(request);
    return mapResponse(r -> said(r, id), inner);
  }

  static String of(HttpRequest request) {
    return request.getHeader(HEADER).map(h -> h.value()).orElse("none");
  }

  private static HttpRequest tagged(HttpRequest request) {
    var given =
        request.getHeader(HEADER).map(h -> h.value()).filter(v -> SANE.matcher(v).matches());
    if (given.isPresent()) {
      return request;
    }
    var random = ThreadLocalRandom.current();
    var id = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    return request.removeHeader(HEADER).addHeader(RawHeader.create(HEADER, id));
  }

  private static HttpResponse said(HttpResponse response, String id) {
    return response.addHeader(RawHeader.create(HEADER, id));
  }
}
