package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the contract, met by everybody it is not meant for, on a whole node. */
class ApiSurfaceIT {
  private static final String HUGE = "{\"name\":\"" + "x".repeat(2 << 20) + "\"}";

  private static RunningNode node;
  private static String admin;
  private static String agent;
  private static String stranger;

  @BeforeAll
  static void signIn() {
    node = RunningNode.shared();
    admin = node.signIn("admin", RunningNode.PASSWORD);
    created(
        node.send(
            "POST",
            "/users",
            admin,
            "{\"username\":\"agnes\",\"password\":\"secret1\",\"roles\":[\"agent\"]}"));
    created(
        node.send(
            "POST",
            "/tenants",
            admin,
            "{\"id\":\"elsewhere\",\"name\":\"Elsewhere\",\"country\":\"GB\","
                + "\"adminUsername\":\"ed\",\"adminPassword\":\"secret1\"}"));
    agent = node.signIn("agnes", "secret1");
    stranger = node.signIn("ed", "secret1");
  }

  private static void created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private interface Check {
    void run(Operation operation);
  }

  private static Stream<DynamicTest> each(Stream<Operation> operations, Check check) {
    return operations.map(o -> DynamicTest.dynamicTest(o.toString(), () -> check.run(o)));
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsAnythingWithoutSigningIn() {
    return each(
        Operation.signedIn(),
        o -> {
          problem(node.send(o.verb(), o.filled(), null, null), 401);
          problem(node.send(o.verb(), o.filled(), "nonsense", null), 401);
        });
  }

  @TestFactory
  Stream<DynamicTest> anAgentGetsNothingOfTheAdministrators() {
    return each(
        Operation.signedIn().filter(o -> !o.forAgents()),
        o -> problem(node.send(o.verb(), o.filled(), agent, "{}"), 403));
  }

  @TestFactory
  Stream<DynamicTest> everythingThatIsReadWithoutAnIdIsThere() {
    return each(
        Operation.signedIn()
            .filter(o -> o.verb().equals("GET") && !o.hasId() && !o.path().equals("/events")),
        o -> {
          var answer = node.send("GET", o.path(), admin, null);
          assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(404).isLessThan(500);
        });
  }

  @TestFactory
  Stream<DynamicTest> anIdNobodyHasIsNotFound() {
    return each(
        Operation.signedIn().filter(o -> o.hasId() && !o.ocs() && !o.takesJson()),
        o -> {
          problem(node.send(o.verb(), o.filledWithANumber(), admin, null), 404);
          problem(
              node.send(o.verb(), o.filledWithANumber(), stranger, null),
              o.operators() ? 403 : 404);
        });
  }

  @TestFactory
  Stream<DynamicTest> bodiesThatAreNoJsonOrTooLargeAreRefused() {
    return each(
        Operation.all().stream().filter(o -> o.takesJson() && !o.hasId() && !o.ocs()),
        o -> {
          problem(node.send(o.verb(), o.path(), admin, "{"), 400);
          problem(node.send(o.verb(), o.path(), admin, HUGE), 413);
        });
  }

  @Test
  void anotherTenantsPeopleAreNotFound() {
    problem(node.send("GET", "/users/agnes", stranger, null), 404);
    problem(node.send("DELETE", "/users/agnes", stranger, null), 404);
    problem(node.send("GET", "/tenants", stranger, null), 403);
    var people = RunningNode.json(node.send("GET", "/users", stranger, null)).get("items");
    assertThat(people.findValuesAsText("username")).containsExactly("ed");
  }

  @Test
  void aDeletedUserIsOutAtOnce() {
    created(
        node.send(
            "POST",
            "/users",
            admin,
            "{\"username\":\"gone\",\"password\":\"secret1\",\"roles\":[\"ADMIN\"]}"));
    var token = node.signIn("gone", "secret1");
    assertThat(node.send("GET", "/auth/me", token, null).statusCode()).isEqualTo(200);
    assertThat(node.send("DELETE", "/users/gone", admin, null).statusCode()).isEqualTo(204);
    problem(node.send("GET", "/auth/me", token, null), 401);
  }

  @Test
  void settingsAreChangedInPartAndAudited() {
    var answer = node.send("PATCH", "/settings", admin, "{\"timeZone\":\"America/Chicago\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(RunningNode.json(answer).get("country").asText()).isEqualTo("US");
    problem(node.send("PATCH", "/settings", admin, "{\"timeZone\":\"Mars/Base\"}"), 422);
    problem(node.send("PATCH", "/settings", admin, "{\"colour\":1}"), 422);
    await()
        .until(() -> node.send("GET", "/audit", admin, null).body().contains("/api/v1/settings"));
  }

  private static void problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = RunningNode.json(answer);
    for (var field : new String[] {"code", "title", "detail", "remedy", "requestId"}) {
      assertThat(problem.path(field).asText()).as(field).isNotBlank();
    }
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.beckon");
  }
}
