package io.beckon.http;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.RawHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTest extends JupiterRouteTest {
  private static final FeatureRoutes THINGS = new ThingRoutes();

  @Test
  void refusesWhoeverIsNotSignedIn() {
    var result = api(THINGS).run(HttpRequest.GET("/api/v1/things"));
    result.assertStatusCode(401).assertMediaType("application/problem+json");
    assertThat(json(result).get("code").asText()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void refusesAnAgentWhatIsTheAdministrators() {
    api(THINGS).run(HttpRequest.GET("/api/v1/things").addHeader(AGENT)).assertStatusCode(403);
  }

  @Test
  void answersAnUnknownPathAndABadIdWith404() {
    api(THINGS).run(HttpRequest.GET("/api/v1/nothing").addHeader(ADMIN)).assertStatusCode(404);
    api(THINGS).run(HttpRequest.GET("/api/v1/things/x1").addHeader(ADMIN)).assertStatusCode(404);
    api(THINGS).run(HttpRequest.GET("/api/v1/things/0").addHeader(ADMIN)).assertStatusCode(404);
  }

  @Test
  void saysWhichMethodsThereAre() {
    var result = api(THINGS).run(HttpRequest.DELETE("/api/v1/things").addHeader(ADMIN));
    result.assertStatusCode(405).assertHeaderExists("Allow", "GET, POST");
  }

  @Test
  void hidesTheKeyOfAPageInACursor() {
    var first = json(api(THINGS).run(HttpRequest.GET("/api/v1/things?limit=7").addHeader(ADMIN)));
    var cursor = first.get("next").asText();
    assertThat(cursor).isNotEqualTo("k7");
    var second =
        json(api(THINGS).run(HttpRequest.GET("/api/v1/things?cursor=" + cursor).addHeader(ADMIN)));
    assertThat(second.get("items").get(0).asText()).isEqualTo("k7");
  }

  @Test
  void refusesALimitOutOfRange() {
    for (var limit : List.of("0", "1001")) {
      var result =
          api(THINGS).run(HttpRequest.GET("/api/v1/things?limit=" + limit).addHeader(ADMIN));
      result.assertStatusCode(422);
      assertThat(json(result).at("/errors/0/field").asText()).isEqualTo("limit");
    }
    api(THINGS)
        .run(HttpRequest.GET("/api/v1/things?limit=x").addHeader(ADMIN))
        .assertStatusCode(400);
  }

  @Test
  void turnsFailuresIntoProblems() {
    var refused = fail(1, 409, "ILLEGAL_STATE");
    assertThat(json(refused).at("/allowed/0").asText()).isEqualTo("STOP");
    fail(2, 503, "TIMEOUT");
    fail(3, 503, "STORE_UNAVAILABLE");
    assertThat(fail(4, 500, "INTERNAL_ERROR").entityString()).doesNotContain("secret");
  }

  private akka.http.javadsl.testkit.TestRouteResult fail(int id, int status, String code) {
    var result =
        api(THINGS)
            .run(
                HttpRequest.GET("/api/v1/things/" + id)
                    .addHeader(ADMIN)
                    .addHeader(RawHeader.create("X-Request-Id", "mine-" + id)));
    result.assertStatusCode(status);
    assertThat(json(result).get("code").asText()).isEqualTo(code);
    assertThat(json(result).get("requestId").asText()).isEqualTo("mine-" + id);
    result.assertHeaderExists("X-Request-Id", "mine-" + id);
    return result;
  }

  @Test
  void readsEnumsInAnyCaseAndMidnightAsTheEndOfADay() {
    var result =
        create(
            "{\"name\":\"a\",\"every\":\"PT5M\",\"till\":\"24:00\",\"roles\":[\"agent\"],\"size\":1}");
    result.assertStatusCode(201);
    assertThat(result.entityString())
        .isEqualTo(
            "{\"name\":\"a\",\"every\":\"PT5M\",\"till\":\"24:00\",\"roles\":[\"AGENT\"],\"size\":1}");
  }

  @Test
  void takesAMissingCollectionAsEmptyAndAMissingNullableAsNull() {
    assertThat(create("{\"name\":\"a\"}").entityString())
        .isEqualTo("{\"name\":\"a\",\"every\":null,\"till\":null,\"roles\":[],\"size\":0}");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    wrong("{\"name\":\"a\",\"colour\":1}", 422, "UNKNOWN_FIELD", "colour");
    wrong("{}", 422, "REQUIRED", "name");
    wrong("{\"name\":null}", 422, "REQUIRED", "name");
    wrong("{\"name\":\"a\",\"roles\":[\"king\"]}", 422, "INVALID_VALUE", "roles[0]");
    wrong("{\"name\":\"a\",\"every\":\"soon\"}", 422, "INVALID_VALUE", "every");
    wrong("{\"name\":\"a\",\"till\":\"25:00\"}", 422, "INVALID_VALUE", "till");
    wrong("{\"name\":{\"x\":1}}", 422, "WRONG_TYPE", "name");
    wrong("{\"name\":\"a\",\"size\":-1}", 422, "INVALID_VALUE", "");
    wrong("{\"name\":\"a\",\"size\":1.5}", 422, "INVALID_VALUE", "size");
  }

  private void wrong(String body, int status, String code, String field) {
    var result = create(body);
    result.assertStatusCode(status);
    assertThat(json(result).at("/errors/0/code").asText()).as(body).isEqualTo(code);
    assertThat(json(result).at("/errors/0/field").asText()).as(body).isEqualTo(field);
  }

  @Test
  void refusesWhatIsNoJson() {
    for (var body : List.of("", "{", "nonsense", "[1]", "{\"name\":\"a\"} {}", "\u0000\u0001")) {
      var result = create(body);
      assertThat(result.statusCode()).as(body).isEqualTo(400);
      assertThat(json(result).get("code").asText()).isEqualTo("MALFORMED_JSON");
    }
  }

  @Test
  void refusesABodyThatIsTooLargeOrOfAnotherType() {
    create("{\"name\":\"" + "a".repeat(1 << 20) + "\"}").assertStatusCode(413);
    api(THINGS)
        .run(HttpRequest.POST("/api/v1/things").addHeader(ADMIN).withEntity("name=a"))
        .assertStatusCode(415);
  }

  private akka.http.javadsl.testkit.TestRouteResult create(String body) {
    return api(THINGS)
        .run(
            HttpRequest.POST("/api/v1/things")
                .addHeader(ADMIN)
                .withEntity(ContentTypes.APPLICATION_JSON, body));
  }
}
