package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people do with groups that run, from the first request to the last call. */
class NodeJourneysIT {
  /** What the contract gives a halt; a rule may take a little longer. */
  private static final Duration HALT = Duration.ofSeconds(1);

  private static final Duration RULE = Duration.ofSeconds(2);

  /** Until then something would show. */
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private static final Clock clock = Clock.systemUTC();

  private final RunningNode node = RunningNode.shared();

  @Test
  void aGroupOfMessagesCompletesAndAStopReplySuppresses() {
    var tenancy = Tenancy.openAtAnyHour(node, "texts");
    var numbers = Tenancy.numbers(0, 10);
    var list = tenancy.contactList("Friends", numbers);
    var group =
        tenancy
            .create(
                "/campaign-groups",
                """
                {"name":"Texts","channel":"SMS","mode":null,"carrierId":"simulated",
                 "carrierSettings":{"answer":1,"busy":0,"noAnswer":0,"machine":0,"ring":"PT0S",
                   "noAnswerAfter":"PT1S","handle":"PT0S","seed":1},
                 "pacing":{"target":null},"lists":[{"id":"%s"}]}"""
                    .formatted(list))
            .get("id")
            .asText();

    tenancy.start(group);

    var counts = tenancy.awaitState(group, "COMPLETED").get("records");
    assertThat(counts.get("final").asInt()).isEqualTo(10);
    assertThat(tenancy.records(group)).allMatch(r -> r.get("state").asText().equals("FINAL"));
    assertThat(results(tenancy, group))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                numbers.get(0), "UNDELIVERED",
                numbers.get(1), "EXPIRED",
                numbers.get(2), "DELIVERED",
                numbers.get(3), "DELIVERED",
                numbers.get(4), "UNDELIVERED",
                numbers.get(5), "DELIVERED",
                numbers.get(6), "REJECTED",
                numbers.get(7), "UNKNOWN",
                numbers.get(8), "DELIVERED",
                numbers.get(9), "DELIVERED"));
    assertThat(tenancy.calls(group)).hasSize(10);
    assertThat(tenancy.get("/attempts?groupId=" + group).get("items")).hasSize(10);
    assertThat(tenancy.get("/compliance/decisions?groupId=" + group).get("items"))
        .hasSize(10)
        .allMatch(decision -> decision.get("allowed").asBoolean());
    await().until(() -> !text(tenancy, numbers.get(5)).get("allowed").asBoolean());
    var denial = text(tenancy, numbers.get(5));
    assertThat(denial.get("rule").get("type").asText()).isEqualTo("SUPPRESSION");
    assertThat(denial.get("callResult").asText()).isEqualTo("DO_NOT_CALL");
    assertThat(text(tenancy, numbers.get(9)).get("allowed").asBoolean()).isTrue();
  }

  private static Map<String, String> results(Tenancy tenancy, String group) {
    return tenancy.records(group).stream()
        .collect(
            Collectors.toMap(r -> r.get("device").asText(), r -> r.get("callResult").asText()));
  }

  private static JsonNode text(Tenancy tenancy, String number) {
    var path = "/compliance/check";
    var body = "{\"device\":\"" + number + "\",\"channel\":\"SMS\"}";
    return Tenancy.asAgreed("POST", path, 200, tenancy.send("POST", path, body));
  }

  @Test
  void jobsStartAndStopAGroupAtTheirTimes() {
    var tenancy = Tenancy.openAtAnyHour(node, "punctual");
    var list = tenancy.contactList("Many", Tenancy.numbers(2010, 80));
    var group = tenancy.voiceGroup(list, 2, "PT1S", "");
    var at = clock.instant().plusSeconds(3);

    var job = job(tenancy, "START_GROUP", group, at);

    tenancy.awaitState(group, "RUNNING");
    var run = awaitRun(tenancy, job);
    assertThat(run.get("outcome").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(run.get("detail").asText()).isNotBlank();
    assertThat(Instant.parse(run.get("startedAt").asText())).isAfterOrEqualTo(at);
    tenancy.awaitAttempts(group, 1);
    assertThat(tenancy.calls(group)).allMatch(call -> !call.placedAt().isBefore(at));
    assertThat(tenancy.get("/jobs/" + job).get("state").asText()).isEqualTo("DONE");

    var stop = job(tenancy, "STOP_GROUP", group, clock.instant());

    assertThat(awaitRun(tenancy, stop).get("outcome").asText()).isEqualTo("SUCCEEDED");
    var stopped = tenancy.awaitState(group, "LOADED").get("records");
    assertThat(stopped.get("inProgress").asInt()).isZero();
    assertThat(stopped.get("ready").asInt()).isPositive();
  }

  private static String job(Tenancy tenancy, String action, String group, Instant at) {
    return tenancy
        .create(
            "/jobs",
            "{\"name\":\"%1$s\",\"action\":\"%1$s\",\"groupId\":\"%2$s\",\"at\":\"%3$s\"}"
                .formatted(action, group, at))
        .get("id")
        .asText();
  }

  /** The only run of a job, once it is over. */
  private static JsonNode awaitRun(Tenancy tenancy, String job) {
    var path = "/jobs/" + job + "/runs";
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tenancy.get(path).at("/items/0/outcome").isTextual());
    assertThat(tenancy.get(path).get("items")).hasSize(1);
    return tenancy.get(path).get("items").get(0);
  }

  @Test
  void aHaltHoldsARunningGroupAndItGoesOnByItselfWhenLifted() {
    var tenancy = Tenancy.openAtAnyHour(node, "halted");
    var list = tenancy.contactList("Many", Tenancy.numbers(3010, 60));
    var group = tenancy.voiceGroup(list, 5, "PT1S", "");
    tenancy.start(group);
    tenancy.awaitAttempts(group, 10);

    var halted = tenancy.send("POST", "/halt", "{\"reason\":\"Something is wrong.\"}");

    Tenancy.asAgreed("POST", "/halt", 200, halted);
    var still = clock.instant().plus(HALT);
    assertThat(tenancy.get(Tenancy.group(group)).get("halted").asBoolean()).isTrue();
    var refused = tenancy.send("POST", Tenancy.group(group) + "/start", "{}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(RunningNode.json(refused).get("code").asText()).isEqualTo("HALTED");
    assertThat(why(tenancy, group)).contains("HALTED");
    letPass(still.plus(A_WHILE));
    assertThat(tenancy.calls(group))
        .hasSizeLessThan(60)
        .allMatch(call -> call.placedAt().isBefore(still));
    assertThat(tenancy.get(Tenancy.group(group)).get("state").asText()).isEqualTo("RUNNING");

    Tenancy.asAgreed("DELETE", "/halt", 200, tenancy.send("DELETE", "/halt", null));

    var view = tenancy.awaitState(group, "COMPLETED");
    assertThat(view.get("halted").asBoolean()).isFalse();
    assertThat(view.get("records").get("final").asInt()).isEqualTo(60);
    assertThat(tenancy.calls(group)).hasSize(60);
  }

  private static void letPass(Instant moment) {
    await().atMost(Duration.ofSeconds(20)).until(() -> clock.instant().isAfter(moment));
  }

  private static String why(Tenancy tenancy, String group) {
    return tenancy.get(Tenancy.group(group) + "/why").toString();
  }

  @Test
  void aRuleThatClosesAllHoursHoldsARunningGroupAtOnceAndIsNamed() {
    var tenancy = Tenancy.openAtAnyHour(node, "closing");
    var list = tenancy.contactList("Many", Tenancy.numbers(4010, 60));
    var group = tenancy.voiceGroup(list, 5, "PT1S", "");
    tenancy.start(group);
    tenancy.awaitAttempts(group, 5);
    var another = LocalDate.now(clock).plusDays(3).getDayOfWeek().name().substring(0, 3);

    tenancy.create(
        "/compliance/rules",
        """
        {"name":"One day a week","type":"CONTACT_TIMES","required":true,"channels":["VOICE"],
         "windows":[{"days":["%s"],"from":"10:00","till":"11:00"}]}"""
            .formatted(another));

    var still = clock.instant().plus(RULE);
    letPass(still.plus(A_WHILE));
    assertThat(tenancy.calls(group))
        .hasSizeLessThan(60)
        .allMatch(call -> call.placedAt().isBefore(still));
    await()
        .untilAsserted(
            () ->
                assertThat(why(tenancy, group))
                    .contains("ALL_ZONES_CLOSED")
                    .contains("One day a week")
                    .contains("\"dialing\":false"));
  }

  @Test
  void aLimitOfAttemptsHoldsARunningGroupAtOnceAndIsNamed() {
    var tenancy = Tenancy.openAtAnyHour(node, "limited");
    var busy = List.of("+12122325100", "+12122325200", "+12122325300");
    var list = tenancy.contactList("Busy", busy);
    var group =
        tenancy.voiceGroup(
            list,
            3,
            "PT0.5S",
            """
            ,"maxAttemptsPerRecord":1000,"treatments":[{"callResults":["BUSY"],
              "action":"RETRY_IN","interval":"PT1S","count":100}]""");
    tenancy.start(group);
    tenancy.awaitAttempts(group, 6);

    tenancy.create(
        "/compliance/rules",
        """
        {"name":"Once a day","type":"ATTEMPT","required":true,"channels":["VOICE"],
         "scope":"TENANT","max":1,"within":"PT24H","countBy":"DEVICE"}""");

    var still = clock.instant().plus(RULE);
    letPass(still.plus(A_WHILE));
    assertThat(tenancy.calls(group)).allMatch(call -> call.placedAt().isBefore(still));
    assertThat(why(tenancy, group)).contains("Once a day");
    var records = tenancy.get(Tenancy.group(group)).get("records");
    assertThat(records.get("scheduled").asInt()).as(records.toString()).isEqualTo(3);
  }
}
