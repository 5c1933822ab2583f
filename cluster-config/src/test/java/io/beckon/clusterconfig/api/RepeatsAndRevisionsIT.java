package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code Idempotency-Key} and {@code If-Match} on a whole node. */
class RepeatsAndRevisionsIT {
  private static final RunningNode NODE = RunningNode.shared();
  private static String admin;

  /** Something that is made by a POST and changed by a PATCH. */
  private record Kind(String path, String body) {}

  @BeforeAll
  static void signIn() {
    admin = NODE.signIn("admin", RunningNode.PASSWORD);
  }

  private static Stream<Kind> kinds() {
    var list = post("/contact-lists", "{\"name\":\"of the group\"}");
    return Stream.of(
        new Kind("/contact-lists", "{\"name\":\"first\"}"),
        new Kind("/suppression-lists", "{\"name\":\"first\",\"type\":\"DEVICE\"}"),
        new Kind(
            "/compliance/rules",
            "{\"name\":\"first\",\"type\":\"ATTEMPT\",\"max\":3,\"within\":\"PT24H\"}"),
        new Kind(
            "/campaign-groups",
            "{\"name\":\"first\",\"lists\":[{\"id\":\"" + list.get("id").asText() + "\"}]}"));
  }

  @TestFactory
  Stream<DynamicTest> nobodyOverwritesWhatSomebodyElseChanged() {
    return kinds().map(kind -> DynamicTest.dynamicTest(kind.path(), () -> overwrite(kind)));
  }

  private static void overwrite(Kind kind) {
    var made = NODE.send("POST", kind.path(), admin, kind.body());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var one = kind.path() + "/" + RunningNode.json(made).get("id").asText();
    var seen = etag(NODE.send("GET", one, admin, null));
    assertThat(etag(made)).isEqualTo(seen);

    var mine = rename(one, "mine", seen);
    assertThat(mine.statusCode()).as(mine.body()).isEqualTo(200);
    assertThat(etag(mine)).isNotEqualTo(seen);
    problem(rename(one, "yours", seen), 412, "REVISION_CHANGED");
    assertThat(RunningNode.json(NODE.send("GET", one, admin, null)).get("name").asText())
        .isEqualTo("mine");
    assertThat(rename(one, "yours", etag(mine)).statusCode()).isEqualTo(200);
    assertThat(rename(one, "anybody's", "*").statusCode()).isEqualTo(200);
  }

  @Test
  void twoThatChangeTheSameAtOnceCannotBothBeRight() {
    var made = NODE.send("POST", "/contact-lists", admin, "{\"name\":\"raced\"}");
    var one = "/contact-lists/" + RunningNode.json(made).get("id").asText();
    var statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> rename(one, "raced by " + i, etag(made)).statusCode())
            .toList();
    assertThat(statuses).containsOnlyOnce(200).contains(412);
  }

  @Test
  void aRepeatMakesNothingNewAndGetsTheSameAnswer() {
    var body = "{\"name\":\"once\"}";
    var first = NODE.send("POST", "/contact-lists", admin, body, "Idempotency-Key", "once-1");
    var second = NODE.send("POST", "/contact-lists", admin, body, "Idempotency-Key", "once-1");
    assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(named("once")).hasSize(1);

    problem(
        NODE.send(
            "POST", "/contact-lists", admin, "{\"name\":\"another\"}", "Idempotency-Key", "once-1"),
        422,
        "IDEMPOTENCY_KEY_REUSED");
    assertThat(named("another")).isEmpty();
  }

  @Test
  void aKeyBelongsToItsTenant() {
    post(
        "/tenants",
        "{\"id\":\"repeats\",\"name\":\"R\",\"country\":\"GB\","
            + "\"adminUsername\":\"rita\",\"adminPassword\":\"secret1\"}");
    var rita = NODE.signIn("rita", "secret1");
    var mine =
        NODE.send("POST", "/contact-lists", admin, "{\"name\":\"ours\"}", "Idempotency-Key", "k");
    var hers =
        NODE.send("POST", "/contact-lists", rita, "{\"name\":\"ours\"}", "Idempotency-Key", "k");
    assertThat(List.of(mine.statusCode(), hers.statusCode())).containsExactly(201, 201);
    assertThat(hers.body()).isNotEqualTo(mine.body());
  }

  private static JsonNode named(String name) {
    var page = NODE.send("GET", "/contact-lists?name=" + name, admin, null);
    return RunningNode.json(page).get("items");
  }

  private static HttpResponse<String> rename(String path, String name, String ifMatch) {
    return NODE.send("PATCH", path, admin, "{\"name\":\"" + name + "\"}", "If-Match", ifMatch);
  }

  private static JsonNode post(String path, String body) {
    var answer = NODE.send("POST", path, admin, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningNode.json(answer);
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(RunningNode.json(answer).get("code").asText()).isEqualTo(code);
    assertThat(RunningNode.json(answer).get("remedy").asText()).isNotBlank();
  }
}
