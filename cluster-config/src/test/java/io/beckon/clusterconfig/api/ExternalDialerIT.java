package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an OCS that knows only domain.md asks before each call, and what it is told. */
class ExternalDialerIT {
  private static final String PATH = "/ocs/pre-dial-validation";
  private static final RunningNode node = RunningNode.shared();
  private static final Tenancy tenancy = Tenancy.openAtAnyHour(node, "dialers");
  private static final List<String> UNCHECKED =
      List.of(
          "redis-away",
          "redis-rebuilding",
          "clock-off",
          "rules-old",
          "rules-unknown",
          "decision-not-kept",
          "changed-meanwhile",
          "beckon-trouble");
  private static final String KEY =
      tenancy.create("/api-keys", "{\"name\":\"OCS\",\"roles\":[\"ADMIN\"]}").get("key").asText();

  @Test
  void dialsWithAnEmptyBodyWhatNothingForbids() {
    var answer = ask(record("+12122326001", UUID.randomUUID()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void takesTheKeyInTheAddressToo() {
    var record = record("+12122326002", UUID.randomUUID());

    assertThat(node.send("POST", PATH + "?key=" + KEY, null, record).statusCode()).isEqualTo(200);
    assertThat(node.send("POST", PATH, null, record).statusCode()).isEqualTo(401);
    assertThat(node.send("POST", PATH + "?key=wrong", null, record).statusCode()).isEqualTo(401);
  }

  @Test
  void deniesWhoeverIsSuppressedFromTheAcknowledgementOn() {
    var number = "+12122326003";
    assertThat(ask(record(number, UUID.randomUUID())).statusCode()).isEqualTo(200);
    var list =
        tenancy.create(
            "/suppression-lists",
            """
            {"name":"Said no","type":"DEVICE","channels":["VOICE"],"required":true,
             "retention":"PERMANENT"}""");

    tenancy.create(
        "/suppression-lists/" + list.get("id").asText() + "/entries",
        "{\"entries\":[{\"value\":\"" + number + "\"}]}");

    var denial = denied(ask(record(number, UUID.randomUUID())));
    assertThat(denial.get("GSW_CALL_RESULT").asInt()).isEqualTo(51);
    assertThat(denial.get("GSW_BLOCKING_RULE_TYPE").asText()).isEqualTo("SUPPRESSION");
  }

  @Test
  void countsOneAttemptOnceHoweverOftenItIsAskedAbout() {
    var limited = Tenancy.openAtAnyHour(node, "once-a-day");
    var key =
        limited.create("/api-keys", "{\"name\":\"OCS\",\"roles\":[\"ADMIN\"]}").get("key").asText();
    limited.create(
        "/compliance/rules",
        """
        {"name":"Once a day","type":"ATTEMPT","required":true,"channels":["VOICE"],
         "scope":"TENANT","max":1,"within":"PT24H","countBy":"DEVICE"}""");
    var attempt = UUID.randomUUID();
    var number = "+12122326004";

    for (int i = 0; i < 3; i++) {
      assertThat(ask(key, record(number, attempt)).statusCode()).isEqualTo(200);
    }

    var denial = denied(ask(key, record(number, UUID.randomUUID())));
    assertThat(denial.get("GSW_CALL_RESULT").asInt()).isEqualTo(52);
    assertThat(denial.get("GSW_BLOCKING_RULE_TYPE").asText()).isEqualTo("ATTEMPT");
    assertThat(ask(key, record(number, attempt)).statusCode()).isEqualTo(200);
    assertThat(ask(key, record("+12122326005", UUID.randomUUID())).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an emergency number, 911, dialers",
    "no number, , dialers",
    "a number of nobody, 12, dialers",
    "a tenant that is not the key's, +12122326006, somebody else",
  })
  void deniesWhatCannotBeDialledAndNothingElseThan409(String what, String phone, String tenant) {
    var body =
        """
        {"GSW_PHONE":%s,"GSW_TENANT_NAME":"%s","GSW_CALL_ATTEMPT_GUID":"%s"}"""
            .formatted(phone == null ? "null" : "\"" + phone + "\"", tenant, UUID.randomUUID());

    assertThat(denied(ask(body)).get("GSW_BLOCKING_RULE").asText()).as(what).isNotBlank();
  }

  @Test
  void deniesWhileAHaltIsOnAndRefusesWhatIsNoRecord() {
    var halted = Tenancy.openAtAnyHour(node, "halted-dialers");
    var key =
        halted.create("/api-keys", "{\"name\":\"OCS\",\"roles\":[\"ADMIN\"]}").get("key").asText();
    var record = record("+12122326007", UUID.randomUUID());
    assertThat(halted.send("POST", "/halt", "{\"reason\":\"Stop\"}").statusCode()).isEqualTo(200);

    denied(ask(key, record));
    assertThat(halted.send("DELETE", "/halt", null).statusCode()).isEqualTo(200);
    assertThat(ask(key, record).statusCode()).isEqualTo(200);
    assertThat(ask(key, "[\"GSW_PHONE\"]").statusCode()).isEqualTo(400);
    assertThat(ask(key, "{\"GSW_PHONE\":").statusCode()).isEqualTo(400);
  }

  /** As an OCS sends it: flat, with columns of the customer's own, for the tenant of the key. */
  private static String record(String phone, UUID attempt) {
    return """
        {"GSW_PHONE":"%s","GSW_RECORD_HANDLE":4711,"GSW_CALLING_LIST":"Spring",
         "GSW_CAMPAIGN_GROUP_NAME":"Spring@Site","GSW_CUSTOMER_ID":null,
         "GSW_TZ_NAME":"America/New_York","GSW_STATE_CODE":"NY","GSW_CALL_ATTEMPT_GUID":"%s",
         "balance":"12.50","Other1":"gold"}"""
        .formatted(phone, attempt);
  }

  private static HttpResponse<String> ask(String record) {
    return ask(KEY, record);
  }

  /** As an OCS asks: once more while Beckon says that it could not check. */
  private static HttpResponse<String> ask(String key, String record) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> node.send("POST", PATH, null, record, "X-Api-Key", key),
            answer -> UNCHECKED.stream().noneMatch(answer.body()::contains));
  }

  private static JsonNode denied(HttpResponse<String> answer) {
    return Tenancy.asAgreed("POST", PATH, 409, answer);
  }
}
