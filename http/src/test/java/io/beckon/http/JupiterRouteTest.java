package io.beckon.http;

import akka.actor.ActorSystem;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.server.RouteResult;
import akka.http.javadsl.testkit.RouteTest;
import akka.http.javadsl.testkit.TestRoute;
import akka.http.javadsl.testkit.TestRouteResult;
import akka.stream.Materializer;
import akka.stream.SystemMaterializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assertions;
import scala.concurrent.Future;

/**
 * Akka HTTP's route test DSL on JUnit 5, and features behind {@link Api} as a caller meets them:
 * {@code api(feature).run(HttpRequest.GET("/api/v1/things").addHeader(ADMIN))}. One actor system
 * serves all tests of the JVM; its threads are daemons.
 */
@SuppressWarnings("deprecation")
public abstract class JupiterRouteTest extends RouteTest {
  /** Who asks: {@code addHeader(as("default", "ADMIN"))}. */
  protected static final akka.http.javadsl.model.HttpHeader ADMIN = as("default", Role.ADMIN);

  protected static final akka.http.javadsl.model.HttpHeader AGENT = as("default", Role.AGENT);
  protected static final akka.http.javadsl.model.HttpHeader OTHER_TENANT = as("other", Role.ADMIN);

  private static final ActorSystem SYSTEM =
      ActorSystem.create(
          "route-test",
          ConfigFactory.parseString("akka.daemonic = on, akka.loglevel = ERROR")
              .withFallback(ConfigFactory.load()));

  protected static akka.http.javadsl.model.HttpHeader as(String tenant, Role role) {
    return akka.http.javadsl.model.headers.RawHeader.create("X-Test-As", tenant + " " + role);
  }

  /** The header {@code X-Test-As: tenant ROLE} signs in; no header, nobody. */
  protected static Optional<Principal> signedIn(HttpRequest request) {
    return request
        .getHeader("X-Test-As")
        .map(h -> h.value().split(" "))
        .map(p -> new Principal(new TenantId(p[0]), "tester", Set.of(Role.valueOf(p[1]))));
  }

  protected TestRoute api(FeatureRoutes... features) {
    return testRoute(apiRoute(features));
  }

  /** For tests that need more than one request at the same features. */
  protected static Route apiRoute(FeatureRoutes... features) {
    return new Api(
            request -> CompletableFuture.completedFuture(signedIn(request)),
            List.of(),
            List.of(features),
            List.of())
        .route();
  }

  protected static JsonNode json(TestRouteResult result) {
    try {
      return Json.mapper().readTree(result.entityBytes().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ActorSystem system() {
    return SYSTEM;
  }

  @Override
  public Materializer materializer() {
    return SystemMaterializer.get(SYSTEM).materializer();
  }

  @Override
  public TestRouteResult createTestRouteResultAsync(
      HttpRequest request, Future<RouteResult> result) {
    return new TestRouteResult(result, awaitDuration(), system().dispatcher(), materializer()) {
      @Override
      public void assertEquals(Object expected, Object actual, String message) {
        Assertions.assertEquals(expected, actual, message);
      }

      @Override
      public void assertEquals(int expected, int actual, String message) {
        Assertions.assertEquals(expected, actual, message);
      }

      @Override
      public void assertTrue(boolean predicate, String message) {
        Assertions.assertTrue(predicate, message);
      }

      @Override
      public void fail(String message) {
        Assertions.fail(message);
      }
    };
  }
}
