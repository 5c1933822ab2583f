package io.beckon.http.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.testkit.TestRouteResult;
import akka.http.scaladsl.model.EntityStreamException;
import akka.http.scaladsl.model.ErrorInfo;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.http.Api;
import io.beckon.http.JupiterRouteTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Forms: compared by their parts, and taken when they are whole. */
class UploadOnceTest extends JupiterRouteTest {
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

  private static RequestEntity form(String boundary, String name, int pieces) {
    var text =
        "--%s\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, name, boundary);
    var type = ContentTypes.parse("multipart/form-data; boundary=" + boundary);
    int length = (text.length() + pieces - 1) / pieces;
    return pieces == 1
        ? HttpEntities.create(type, text.getBytes(StandardCharsets.UTF_8))
        : HttpEntities.create(
            type,
            text.length(),
            Source.from(List.of(text.split("(?s)(?<=\\G.{" + length + "})")))
                .map(ByteString::fromString));
  }

  private TestRouteResult upload(RequestEntity form) {
    return post("/api/v1/things/forms", form);
  }

  @Test
  void comparesThePartsOfAFormAndNotWhatStandsBetweenThem() {
    var first = upload(form("one", "a", 1));
    first.assertStatusCode(201);
    assertThat(upload(form("two", "a", 1)).entityString()).isEqualTo(first.entityString());
    assertThat(upload(form("three", "a", 7)).entityString()).isEqualTo(first.entityString());
    upload(form("four", "b", 1)).assertStatusCode(422);
    upload(form("five", "b", 7)).assertStatusCode(422);
    assertThat(maker.made).containsExactly(new Maker.Thing("a"));
  }

  @Test
  void keepsNothingOfAFormThatIsCutOff() {
    var cut =
        HttpEntities.createChunked(
            form("one", "a", 1).getContentType(),
            form("one", "a", 7)
                .getDataBytes()
                .take(5)
                .concat(Source.failed(new EntityStreamException(new ErrorInfo("cut", "")))));
    upload(cut).assertStatusCode(400);
    upload(form("two", "a", 1)).assertStatusCode(201);
    assertThat(maker.made).containsExactly(new Maker.Thing("a"));
  }

  @Test
  void waitsForNoFormThatIsStillOnItsWay() {
    var end = new CompletableFuture<ByteString>();
    var text = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\r\n--x--\r\n";
    var slow =
        testRoute(route)
            .run(
                request("/api/v1/things/forms")
                    .withEntity(
                        HttpEntities.createChunked(
                            form("x", "a", 1).getContentType(),
                            Source.single(ByteString.fromString(text))
                                .concat(Source.completionStage(end)))));
    var repeat = upload(form("y", "a", 1));
    repeat.assertStatusCode(201);
    end.complete(ByteString.fromString("an epilogue"));
    slow.assertStatusCode(201);
    assertThat(slow.entityString()).isEqualTo(repeat.entityString());
    assertThat(maker.made).containsExactly(new Maker.Thing("a"));
  }
}
