package io.beckon.http.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.testkit.TestRouteResult;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.http.Api;
import io.beckon.http.JupiterRouteTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends JupiterRouteTest {
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
    var answer = testRoute(route).run(request(address).withEntity(body));
    answer.statusCode();
    return answer;
  }

  private static HttpRequest request(String address) {
    return HttpRequest.POST(address)
        .addHeader(ADMIN)
        .addHeader(RawHeader.create("Idempotency-Key", "k1"));
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
    assertThat(maker.made).containsExactly(new Maker.Thing("a"));
  }

  @Test
  void refusesAnotherBodyUnderTheSameKey() {
    make("a");
    var other = make("b");
    other.assertStatusCode(422).assertMediaType("application/problem+json");
    assertThat(json(other).get("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(json(other).get("remedy").asText()).isNotBlank();
    assertThat(maker.made).containsExactly(new Maker.Thing("a"));
  }

  @Test
  void readsTheWholeBodyHoweverItArrives() {
    post("/api/v1/things", inPieces("a")).assertStatusCode(201);
    make("a").assertStatusCode(201);
    post("/api/v1/things", inPieces("a")).assertStatusCode(201);
    post("/api/v1/things", inPieces("b")).assertStatusCode(422);
    assertThat(maker.made).containsExactly(new Maker.Thing("a"));
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
    var hugeAndKnown =
        HttpEntities.create(
            ContentTypes.APPLICATION_JSON,
            10_000_000,
            Source.repeat(ByteString.fromString("a".repeat(10_000))).take(1_000));
    post("/api/v1/things", hugeAndKnown).assertStatusCode(413);
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
