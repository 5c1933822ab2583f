package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What terms of lists and of entries mean for the check before a call or a message. */
class SuppressionTermsIT {
  private static final RunningNode node = RunningNode.shared();
  private static final Tenancy tenancy = Tenancy.openAtAnyHour(node, "suppression-terms");
  private static final String NUMBER = "+12125550171";

  @Test
  void aListDeniesUntilItExpires() {
    var number = "+12125550172";
    entry(list("Long gone", "DEVICE", "\"expires\":\"2020-01-01T00:00:00Z\""), number, "");
    assertThat(isSuppressed(check(number, "VOICE", ""))).isFalse();
    entry(list("For long", "DEVICE", "\"expires\":\"2090-01-01T00:00:00Z\""), number, "");
    assertThat(isSuppressed(check(number, "VOICE", ""))).isTrue();
  }

  @Test
  void aListOfOneChannelLeavesTheOthersOpen() {
    var number = "+12125550173";
    entry(list("No texts", "DEVICE", "\"channels\":[\"SMS\"]"), number, "");
    assertThat(isSuppressed(check(number, "SMS", ""))).isTrue();
    assertThat(check(number, "VOICE", "").get("allowed").asBoolean()).isTrue();
  }

  @Test
  void anEntryHoldsWithinItsWindowOnly() {
    var list = list("Holidays", "DEVICE", "\"channels\":[]");
    entry(list, "+12125550174", ",\"from\":\"2090-01-01T00:00:00Z\"");
    entry(list, "+12125550175", ",\"till\":\"2020-01-01T00:00:00Z\"");
    entry(list, "+12125550176", ",\"till\":\"2090-01-01T00:00:00Z\"");
    assertThat(isSuppressed(check("+12125550174", "VOICE", ""))).isFalse();
    assertThat(isSuppressed(check("+12125550175", "VOICE", ""))).isFalse();
    assertThat(isSuppressed(check("+12125550176", "VOICE", ""))).isTrue();
  }

  @Test
  void aListOfClientIdsDeniesWhoeverHasOneOnAnyDevice() {
    entry(list("Accounts", "CLIENT_ID", "\"channels\":[]"), "A-17", "");
    assertThat(isSuppressed(check(NUMBER, "VOICE", ",\"clientId\":\"A-17\""))).isTrue();
    assertThat(isSuppressed(check(NUMBER, "VOICE", ",\"clientId\":\"A-18\""))).isFalse();
    assertThat(isSuppressed(check(NUMBER, "VOICE", ""))).isFalse();
  }

  @Test
  void aListThatIsNotRequiredHoldsForGroupsThatNameIt() {
    var number = "+12125550177";
    var own =
        tenancy
            .create("/suppression-lists", "{\"name\":\"One campaign's\",\"type\":\"DEVICE\"}")
            .get("id")
            .asText();
    entry(own, number, "");
    var with = group("With", ",\"suppressionListIds\":[\"" + own + "\"]");
    var without = group("Without", "");
    assertThat(isSuppressed(check(number, "VOICE", ",\"groupId\":\"" + with + "\""))).isTrue();
    assertThat(isSuppressed(check(number, "VOICE", ",\"groupId\":\"" + without + "\""))).isFalse();

    var patched = tenancy.send("PATCH", "/suppression-lists/" + own, "{\"required\":true}");
    assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
    assertThat(isSuppressed(check(number, "VOICE", ",\"groupId\":\"" + without + "\""))).isTrue();
  }

  @Test
  void aFileSaysWhenAndAnUpdateSaysOtherwise() {
    var list = list("From files", "DEVICE", "\"channels\":[]");
    var file =
        "phone,from,till,reason\n+12125550178,2090-01-01,,later\n+12125550179,,31.12.2090,\n";
    var first = imported(list, "{}", file);
    assertThat(first.get("accepted").asInt()).isEqualTo(1);
    assertThat(first.get("rejected").asInt()).isEqualTo(1);
    assertThat(isSuppressed(check("+12125550178", "VOICE", ""))).isFalse();

    var known = imported(list, "{}", "phone\n+12125550178\n");
    assertThat(known.get("duplicates").asInt()).isEqualTo(1);
    assertThat(isSuppressed(check("+12125550178", "VOICE", ""))).isFalse();

    var update =
        imported(list, "{\"mode\":\"UPDATE\"}", "phone,reason\n+12125550178,asked again\n");
    assertThat(update.get("updated").asInt()).isEqualTo(1);
    assertThat(isSuppressed(check("+12125550178", "VOICE", ""))).isTrue();
    var entries = tenancy.get("/suppression-lists/" + list + "/entries?value=%2B12125550178");
    assertThat(entries.get("items").get(0).get("reason").asText()).isEqualTo("asked again");
  }

  @Test
  void aSelectionRuleTakesSomeRowsOfAFile() {
    var list = list("New Yorkers", "DEVICE", "\"channels\":[]");
    var rule =
        tenancy.create(
            "/selection-rules",
            """
            {"name":"212","anyOf":[{"allOf":[
              {"type":"AREA_CODE","operator":"EQUAL","value":"212"}]}]}\
            """);
    var done =
        imported(
            list,
            "{\"selectionRuleId\":\"" + rule.get("id").asText() + "\"}",
            "phone\n+12125550180\n+13055550180\n");
    assertThat(done.get("accepted").asInt()).isEqualTo(1);
    assertThat(done.get("filtered").asInt()).isEqualTo(1);
    assertThat(isSuppressed(check("+12125550180", "VOICE", ""))).isTrue();
    assertThat(isSuppressed(check("+13055550180", "VOICE", ""))).isFalse();
  }

  private static JsonNode imported(String list, String options, String file) {
    var path = "/suppression-lists/" + list + "/imports";
    var accepted = Tenancy.asAgreed("POST", path, 202, tenancy.upload(path, options, file));
    var id = "/imports/" + accepted.get("importId").asText();
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(tenancy.get(id).get("state").asText()).isEqualTo("COMPLETED"));
    return tenancy.get(id);
  }

  private static String group(String name, String more) {
    var people = tenancy.contactList("People of " + name, List.of("+12125550199"));
    return tenancy.voiceGroup(people, 1, "PT0S", more);
  }

  /** A required one, with further settings. */
  private static String list(String name, String type, String more) {
    return tenancy
        .create(
            "/suppression-lists",
            "{\"name\":\"%s\",\"type\":\"%s\",\"required\":true,%s}".formatted(name, type, more))
        .get("id")
        .asText();
  }

  private static void entry(String list, String value, String more) {
    tenancy.create(
        "/suppression-lists/" + list + "/entries",
        "{\"entries\":[{\"value\":\"" + value + "\"" + more + "}]}");
  }

  private static JsonNode check(String number, String channel, String more) {
    var path = "/compliance/check";
    var body = "{\"device\":\"%s\",\"channel\":\"%s\"%s}".formatted(number, channel, more);
    return Tenancy.asAgreed("POST", path, 200, tenancy.send("POST", path, body));
  }

  /** Denied by a list; any other answer has to be an allowance. */
  private static boolean isSuppressed(JsonNode answer) {
    if (answer.get("allowed").asBoolean()) {
      return false;
    }
    assertThat(answer.at("/rule/type").asText()).as(answer.toString()).isEqualTo("SUPPRESSION");
    return true;
  }
}
