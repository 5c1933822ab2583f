package io.beckon.http.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Directives;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.testkit.TestRouteResult;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.http.Api;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.JupiterRouteTest;
import io.beckon.http.Replies;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.IdempotentReplies;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends JupiterRouteTest {
  record Thing(String name) {}

  record Made(int number, String name) {}

  /** Makes a thing for every request that gets through; is away while told so. */
  private static final class Maker implements FeatureRoutes {
    final List<Thing> made = new ArrayList<>();
    boolean away;

    @Override
    public Set<String> resources() {
      return Set.of("things");
    }

    @Override
    public Route routes(Principal who) {
      return Directives.path(
          "things", () -> Bodies.json(Thing.class, thing -> Replies.created(make(thing))));
    }

    private CompletionStage<Made> make(Thing thing) {
      if (away) {
        return CompletableFuture.failedFuture(
            new RefusedException(Refusal.unavailable("AWAY", "It is away.", "Try again.")));
      }
      made.add(thing);
      return CompletableFuture.completedFuture(new Made(made.size(), thing.name()));
    }
  }

  /** One row a key, as the table has it. */
  private static final class KeptReplies implements IdempotentReplies {
    private record Row(String fingerprint, @Nullable Reply reply) {}

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Claim> claim(TenantId tenant, String key, String fingerprint) {
      var row = rows.putIfAbsent(tenant + " " + key, new Row(fingerprint, null));
      return CompletableFuture.completedFuture(
          row == null ? new Claim.Taken() : known(row, fingerprint));
    }

    private static Claim known(Row row, String fingerprint) {
      if (!row.fingerprint().equals(fingerprint)) {
        return new Claim.OtherRequest();
      }
      var reply = row.reply();
      return reply == null ? new Claim.Running() : new Claim.Answered(reply);
    }

    @Override
    public CompletionStage<Void> keep(TenantId tenant, String key, Reply reply) {
      rows.computeIfPresent(tenant + " " + key, (k, row) -> new Row(row.fingerprint(), reply));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> release(TenantId tenant, String key) {
      rows.remove(tenant + " " + key);
      return CompletableFuture.completedFuture(null);
    }
  }

  private final Maker maker = new Maker();
  private final Route route =
      new Api(
              request -> CompletableFuture.completedFuture(signedIn(request)),
              List.of(),
              List.of(maker),
              List.of(new Idempotency(new KeptReplies())))
          .route();

  /** Answered when it returns, so that what follows is a repeat and no rival. */
  private TestRouteResult post(String address, RequestEntity body) {
    var answer =
        testRoute(route)
            .run(
                HttpRequest.POST(address)
                    .addHeader(ADMIN)
                    .addHeader(RawHeader.create("Idempotency-Key", "k1"))
                    .withEntity(body));
    answer.statusCode();
    return answer;
  }

  private TestRouteResult make(String name) {
    return post("/api/v1/things", whole(name));
  }

  private static RequestEntity whole(String name) {
    return HttpEntities.create(ContentTypes.APPLICATION_JSON, "{\"name\":\"" + name + "\"}");
  }

  /** The same bytes, come in many pieces, as they do from a slow or distant caller. */
  private static RequestEntity inPieces(String name) {
    var bytes = "{\"name\":\"" + name + "\"}";
    return HttpEntities.create(
        ContentTypes.APPLICATION_JSON,
        bytes.length(),
        Source.from(List.of(bytes.split(""))).map(ByteString::fromString));
  }

  @Test
  void answersARepeatAsItAnsweredTheFirst() {
    var first = make("a");
    var second = make("a");
    first.assertStatusCode(201);
    second.assertStatusCode(201);
    assertThat(second.entityString()).isEqualTo(first.entityString());
    assertThat(maker.made).containsExactly(new Thing("a"));
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() {
    make("a");
    var other = make("b");
    other.assertStatusCode(422).assertMediaType("application/problem+json");
    assertThat(json(other).get("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(json(other).get("remedy").asText()).isNotBlank();
    assertThat(maker.made).containsExactly(new Thing("a"));
  }

  @Test
  void readsTheWholeBodyHoweverItArrives() {
    post("/api/v1/things", inPieces("a")).assertStatusCode(201);
    make("a").assertStatusCode(201);
    post("/api/v1/things", inPieces("a")).assertStatusCode(201);
    post("/api/v1/things", inPieces("b")).assertStatusCode(422);
    assertThat(maker.made).containsExactly(new Thing("a"));
  }

  @Test
  void knowsARepeatThatGoesToAnotherNode() {
    post("http://node-1:8081/api/v1/things", whole("a")).assertStatusCode(201);
    post("http://node-2:8082/api/v1/things", whole("a")).assertStatusCode(201);
    assertThat(maker.made).hasSize(1);
  }

  @Test
  void carriesOutAgainWhatFailedOnOurSide() {
    maker.away = true;
    make("a").assertStatusCode(503);
    maker.away = false;
    make("a").assertStatusCode(201);
    assertThat(maker.made).hasSize(1);
  }

  @Test
  void refusesABodyThatIsTooLargeAsItDoesWithoutAKey() {
    make("a".repeat(1 << 20)).assertStatusCode(413);
  }

  @Test
  void refusesAnEmptyKey() {
    testRoute(route)
        .run(
            HttpRequest.POST("/api/v1/things")
                .addHeader(ADMIN)
                .addHeader(RawHeader.create("Idempotency-Key", " "))
                .withEntity(whole("a")))
        .assertStatusCode(422);
  }
}
