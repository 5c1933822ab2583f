package io.beckon.http.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.Cookie;
import akka.http.javadsl.model.headers.HttpCookiePair;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.testkit.TestRouteResult;
import io.beckon.http.Api;
import io.beckon.http.JupiterRouteTest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.SignIns;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SignInTest extends JupiterRouteTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** One user ann with the password "right", one key "k1"; her sessions have an epoch. */
  private static final class OneUser implements SignIns {
    int epoch = 1;

    @Override
    public CompletionStage<SignedIn> byPassword(String username, String password) {
      return username.equals("ann") && password.equals("right")
          ? CompletableFuture.completedFuture(ann())
          : CompletableFuture.failedFuture(
              new RefusedException(new Refusal("BAD_CREDENTIALS", 401, "No.", "Try.", List.of())));
    }

    @Override
    public CompletionStage<Optional<SignedIn>> byUsername(String username) {
      return CompletableFuture.completedFuture(
          username.equals("ann") ? Optional.of(ann()) : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Principal>> byKey(String key) {
      return CompletableFuture.completedFuture(
          key.equals("k1") ? Optional.of(ann().principal()) : Optional.empty());
    }

    private SignedIn ann() {
      return new SignedIn(new Principal(new TenantId("acme"), "ann", Set.of(Role.AGENT)), epoch);
    }
  }

  private final OneUser signIns = new OneUser();
  private final Route api = routeAt(NOW);

  private Route routeAt(Instant now) {
    var tokens = new Tokens("a secret", Clock.fixed(now, ZoneOffset.UTC));
    var sessions = new Sessions(tokens, signIns);
    return new Api(
            sessions,
            List.of(new SignInRoutes(signIns, tokens, sessions)),
            List.of(new MeRoutes()),
            List.of())
        .route();
  }

  private TestRouteResult signIn(String password) {
    return testRoute(api)
        .run(
            HttpRequest.POST("/api/v1/auth/token")
                .withEntity(
                    ContentTypes.APPLICATION_JSON,
                    "{\"username\":\"ann\",\"password\":\"" + password + "\"}"));
  }

  private String token() {
    return json(signIn("right")).get("accessToken").asText();
  }

  private TestRouteResult me(Route route, String header, String value) {
    return testRoute(route)
        .run(HttpRequest.GET("/api/v1/auth/me").addHeader(RawHeader.create(header, value)));
  }

  @Test
  void givesATokenThatSaysWhoAsks() {
    var answer = signIn("right");
    answer.assertStatusCode(200);
    assertThat(json(answer).get("expiresIn").asLong()).isEqualTo(43_200);
    var me = me(api, "Authorization", "Bearer " + json(answer).get("accessToken").asText());
    me.assertStatusCode(200);
    assertThat(json(me).get("username").asText()).isEqualTo("ann");
    assertThat(json(me).get("tenantId").asText()).isEqualTo("acme");
    assertThat(json(me).get("roles").toString()).isEqualTo("[\"AGENT\"]");
  }

  @Test
  void refusesAWrongPassword() {
    signIn("wrong").assertStatusCode(401).assertMediaType("application/problem+json");
  }

  @Test
  void putsTheTokenIntoACookieThatScriptsCannotRead() {
    var cookie = cookie(signIn("right"));
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/api");
    var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    testRoute(api)
        .run(HttpRequest.GET("/api/v1/auth/me").addHeader(session(value)))
        .assertStatusCode(200);
  }

  @Test
  void signsOutByTakingTheCookieAway() {
    var answer = testRoute(api).run(HttpRequest.DELETE("/api/v1/auth/token"));
    answer.assertStatusCode(204);
    assertThat(cookie(answer)).startsWith("beckon_session=;").contains("Max-Age=0");
  }

  @Test
  void refusesTheCookieToThePagesOfAnotherSite() {
    var cookie = session(token());
    for (var evil :
        List.of(
            RawHeader.create("Origin", "https://evil.example"),
            RawHeader.create("Sec-Fetch-Site", "cross-site"))) {
      testRoute(api)
          .run(
              HttpRequest.GET("/api/v1/auth/me")
                  .addHeader(cookie)
                  .addHeader(RawHeader.create("Host", "beckon.example"))
                  .addHeader(evil))
          .assertStatusCode(403);
    }
  }

  @Test
  void takesAnApiKeyInTheHeaderButNotInTheAddress() {
    me(api, "X-Api-Key", "k1").assertStatusCode(200);
    me(api, "X-Api-Key", "k2").assertStatusCode(401);
    testRoute(api).run(HttpRequest.GET("/api/v1/auth/me?key=k1")).assertStatusCode(401);
  }

  @Test
  void refusesTokensThatAreForgedPastOrOfAnEarlierEpoch() {
    var token = token();
    for (var forged :
        List.of("", "x", token + "x", token.substring(0, token.lastIndexOf('.') + 1))) {
      me(api, "Authorization", "Bearer " + forged).assertStatusCode(401);
    }
    me(routeAt(NOW.plus(Duration.ofHours(12))), "Authorization", "Bearer " + token)
        .assertStatusCode(401);
    signIns.epoch++;
    me(routeAt(NOW), "Authorization", "Bearer " + token).assertStatusCode(401);
  }

  private static HttpHeader session(String token) {
    return Cookie.create(HttpCookiePair.create("beckon_session", token));
  }

  private static String cookie(TestRouteResult result) {
    return result.response().getHeader("Set-Cookie").orElseThrow().value();
  }
}
