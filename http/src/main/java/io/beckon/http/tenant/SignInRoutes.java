package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.extractRequest;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.HttpCookie;
import akka.http.javadsl.model.headers.SameSite;
import akka.http.javadsl.model.headers.SetCookie;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.OpenRoutes;
import io.beckon.http.Replies;
import io.beckon.protocol.tenant.SignIns;

/** Signing in and out: a token for programs, the same in a cookie for browsers. */
public final class SignInRoutes implements OpenRoutes {
  record Credentials(String username, String password) {
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /**
   * @param expiresIn seconds
   */
  record Token(String accessToken, String tokenType, long expiresIn) {}

  private final SignIns signIns;
  private final Tokens tokens;
  private final Sessions sessions;

  public SignInRoutes(SignIns signIns, Tokens tokens, Sessions sessions) {
    this.signIns = signIns;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public Route routes() {
    return pathPrefix(
        "auth", () -> path("token", () -> concat(post(this::signIn), delete(this::signOut))));
  }

  private Route signIn() {
    return extractRequest(
        request ->
            Bodies.json(
                Credentials.class,
                given ->
                    onSuccess(
                        signIns.byPassword(given.username(), given.password()),
                        who -> {
                          sessions.forgetUser(who.principal().name());
                          return welcome(request, tokens.issue(who));
                        })));
  }

  private static Route welcome(HttpRequest request, String token) {
    var lifetime = Tokens.LIFETIME.toSeconds();
    return complete(
        Replies.json(StatusCodes.OK, new Token(token, "Bearer", lifetime))
            .addHeader(SetCookie.create(cookie(request, token, lifetime))));
  }

  private Route signOut() {
    return extractRequest(
        request ->
            complete(
                akka.http.javadsl.model.HttpResponse.create()
                    .withStatus(StatusCodes.NO_CONTENT)
                    .addHeader(SetCookie.create(cookie(request, "", 0)))));
  }

  private static HttpCookie cookie(HttpRequest request, String value, long seconds) {
    var https =
        request.getUri().getScheme().equals("https")
            || request
                .getHeader("X-Forwarded-Proto")
                .filter(h -> h.value().equals("https"))
                .isPresent();
    return HttpCookie.create(Sessions.COOKIE, value)
        .withPath("/api")
        .withHttpOnly(true)
        .withSecure(https)
        .withSameSite(SameSite.Strict)
        .withMaxAge(seconds);
  }
}
