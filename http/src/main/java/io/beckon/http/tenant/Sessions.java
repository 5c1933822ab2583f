package io.beckon.http.tenant;

import akka.http.javadsl.model.HttpRequest;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.beckon.http.Authenticator;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.SignIns;
import io.beckon.protocol.tenant.SignIns.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who asks, by bearer token, API key or cookie, in this order. Users and keys are looked up again
 * after five seconds, so on other nodes a deleted one is out by then; on this one at once.
 */
public final class Sessions implements Authenticator {
  static final String COOKIE = "beckon_session";

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int REMEMBERED = 10_000;
  private static final String BEARER = "Bearer ";
  private static final CompletionStage<Optional<Principal>> NOBODY =
      CompletableFuture.completedFuture(Optional.empty());

  private final Tokens tokens;
  private final AsyncLoadingCache<String, Optional<SignedIn>> users;
  private final AsyncLoadingCache<String, Optional<Principal>> keys;

  public Sessions(Tokens tokens, SignIns signIns) {
    this.tokens = tokens;
    var caches = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FRESH);
    users =
        caches.buildAsync(
            (username, executor) -> signIns.byUsername(username).toCompletableFuture());
    keys = caches.buildAsync((key, executor) -> signIns.byKey(key).toCompletableFuture());
  }

  @Override
  public CompletionStage<Optional<Principal>> authenticate(HttpRequest request) {
    var authorization = request.getHeader("Authorization").map(h -> h.value());
    if (authorization.isPresent()) {
      return authorization.get().regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? byToken(authorization.get().substring(BEARER.length()).trim())
          : NOBODY;
    }
    var key = apiKey(request);
    if (key.isPresent()) {
      return keys.get(key.get());
    }
    var cookie = cookie(request);
    if (cookie.isEmpty()) {
      return NOBODY;
    }
    return sentByOurPages(request)
        ? byToken(cookie.get())
        : CompletableFuture.failedFuture(new RefusedException(crossSite()));
  }

  /** What is known of a user here is looked up anew. */
  void forgetUser(String username) {
    users.synchronous().invalidate(username);
  }

  void forgetKeys() {
    keys.synchronous().invalidateAll();
  }

  private CompletionStage<Optional<Principal>> byToken(String token) {
    return tokens
        .read(token)
        .map(
            claim ->
                (CompletionStage<Optional<Principal>>)
                    users
                        .get(claim.username())
                        .thenApply(
                            user ->
                                user.filter(u -> u.epoch() == claim.epoch())
                                    .map(SignedIn::principal)))
        .orElse(NOBODY);
  }

  /** An external OCS may only be able to put its key into the address: taken under /ocs alone. */
  private static Optional<String> apiKey(HttpRequest request) {
    var header = request.getHeader("X-Api-Key").map(h -> h.value());
    return header.isPresent() || !request.getUri().path().startsWith("/api/v1/ocs/")
        ? header
        : request.getUri().query().get("key");
  }

  private static Optional<String> cookie(HttpRequest request) {
    for (var header : request.getHeaders()) {
      if (header instanceof akka.http.javadsl.model.headers.Cookie cookies) {
        for (var pair : cookies.getCookies()) {
          if (pair.name().equals(COOKIE)) {
            return Optional.of(pair.value());
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The cookie is {@code SameSite=Strict} already; a browser that says where a change comes from
   * must say: from here.
   */
  private static boolean sentByOurPages(HttpRequest request) {
    var site = request.getHeader("Sec-Fetch-Site").map(h -> h.value());
    if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
      return false;
    }
    var origin = request.getHeader("Origin").map(h -> h.value());
    var host = request.getHeader("Host").map(h -> h.value());
    return origin.isEmpty()
        || host.isEmpty()
        || origin.get().replaceFirst("^https?://", "").equals(host.get());
  }

  private static Refusal crossSite() {
    return new Refusal(
        "CROSS_SITE_REQUEST",
        403,
        "The request was sent by a page of another site.",
        "Use Beckon's own pages, or sign in with a token or an API key.",
        List.of());
  }
}
