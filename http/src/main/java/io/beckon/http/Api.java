package io.beckon.http;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.extractRequest;
import static akka.http.javadsl.server.Directives.failWith;
import static akka.http.javadsl.server.Directives.handleExceptions;
import static akka.http.javadsl.server.Directives.handleRejections;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.pathPrefixTest;
import static akka.http.javadsl.server.Directives.reject;
import static akka.http.javadsl.server.Directives.respondWithDefaultHeaders;
import static akka.http.javadsl.server.Directives.withRequestTimeoutResponse;
import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.headers.CacheControl;
import akka.http.javadsl.model.headers.CacheDirectives;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The one REST entry: who asks is found out, the right is checked, then the feature that owns the
 * first path segment answers.
 */
public final class Api {
  private static final List<HttpHeader> HEADERS =
      List.of(
          CacheControl.create(CacheDirectives.NO_STORE),
          RawHeader.create("X-Content-Type-Options", "nosniff"));

  private final Authenticator authenticator;
  private final Map<String, FeatureRoutes> features;
  private final List<OpenRoutes> open;
  private final List<Around> around;

  public Api(
      Authenticator authenticator,
      List<OpenRoutes> open,
      List<FeatureRoutes> features,
      List<Around> around) {
    this.authenticator = authenticator;
    this.open = List.copyOf(open);
    this.around = List.copyOf(around);
    this.features = byResource(features);
  }

  /** Everything under {@code /api}; nothing else is matched. */
  public Route route() {
    return pathPrefix(
        "api", () -> respondWithDefaultHeaders(HEADERS, () -> guarded(this::versionOne)));
  }

  /** The first path segments that are answered to whoever is signed in and may. */
  public Set<String> resources() {
    return features.keySet();
  }

  /** Gives {@code inner} a request id and turns its every failure into a problem. */
  public static Route guarded(Supplier<Route> inner) {
    return RequestIds.withRequestId(
        () ->
            extractRequest(
                request ->
                    RequestIds.echo(
                        request,
                        () ->
                            withRequestTimeoutResponse(Problems::tooSlow, () -> answered(inner)))));
  }

  /** {@code inner}, its failures turned into problems already. */
  public static Route answered(Supplier<Route> inner) {
    return handleExceptions(
        Problems.exceptions(), () -> handleRejections(Problems.rejections(), inner));
  }

  private Route versionOne() {
    return pathPrefix(
        "v1",
        () -> {
          var routes = Stream.concat(open.stream().map(OpenRoutes::routes), Stream.of(signedIn()));
          return routes.reduce((a, b) -> concat(a, b)).orElseThrow();
        });
  }

  private Route signedIn() {
    return pathPrefixTest(
        segment(),
        resource -> {
          var feature = features.get(resource);
          return feature == null ? reject() : principal(who -> allowed(feature, who));
        });
  }

  private Route principal(Function<Principal, Route> inner) {
    return extractRequest(
        request ->
            onSuccess(
                authenticator.authenticate(request),
                who -> who.map(inner).orElseGet(() -> failWith(unknown()))));
  }

  private Route allowed(FeatureRoutes feature, Principal who) {
    return Access.anyOf(
        feature.roles(),
        who,
        () -> {
          Supplier<Route> route = () -> feature.routes(who);
          for (var one : around) {
            var inner = route;
            route = () -> one.around(feature, who, inner);
          }
          return route.get();
        });
  }

  private static RefusedException unknown() {
    return new RefusedException(
        new Refusal(
            "UNAUTHENTICATED",
            401,
            "It is not known who asks.",
            "Sign in at /api/v1/auth/token, or send a valid Authorization or X-Api-Key header.",
            List.of()));
  }

  private static Map<String, FeatureRoutes> byResource(List<FeatureRoutes> features) {
    var map = new HashMap<String, FeatureRoutes>();
    for (var feature : features) {
      for (var resource : feature.resources()) {
        var other = map.put(resource, feature);
        if (other != null) {
          throw new IllegalArgumentException(
              resource + " belongs to both " + other.getClass() + " and " + feature.getClass());
        }
      }
    }
    return Map.copyOf(map);
  }
}
