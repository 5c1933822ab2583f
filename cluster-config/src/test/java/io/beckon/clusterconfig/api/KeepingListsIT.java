package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Lists after they are loaded: people found, changed and removed, lists exported, calls that
 * follow.
 */
@Execution(ExecutionMode.CONCURRENT)
class KeepingListsIT {
  private final RunningNode node = RunningNode.shared();

  @Test
  void aContactIsFoundChangedAndRemoved() {
    var tenancy = Tenancy.openAtAnyHour(node, "keeping");
    var list = "/contact-lists/" + tenancy.contactList("Kept", Tenancy.numbers(2010, 3));
    var people = list + "/contacts";
    var found = tenancy.get(people + "?device=(212)%20232-2011").get("items");
    assertThat(found).hasSize(1);
    var one = people + "/" + found.get(0).get("id").asText();

    var changed =
        Tenancy.asAgreed(
            "PATCH",
            one,
            200,
            tenancy.send(
                "PATCH",
                one,
                """
                {"firstName":"Ann","clientId":"C-1","other":{"Balance":"=1+1"},
                 "devices":["212 232 2099","ann@example.com"]}"""));
    assertThat(changed.get("devices").findValuesAsText("value"))
        .containsExactly("+12122322099", "ann@example.com");
    assertThat(tenancy.get(people + "?q=an").get("items")).hasSize(1);
    assertThat(tenancy.get(one).get("clientId").asText()).isEqualTo("C-1");

    var bad = tenancy.send("PATCH", one, "{\"devices\":[\"555\"]}");
    assertThat(bad.statusCode()).as(bad.body()).isEqualTo(422);
    assertThat(RunningNode.json(bad).get("errors").get(0).get("field").asText())
        .isEqualTo("devices");
    var export = tenancy.send("GET", list + "/export?columns=clientId,device1,other.Balance", null);
    assertThat(export.body()).contains("client id,device1,Balance\n", "C-1,+12122322099,'=1+1\n");
    assertThat(tenancy.send("GET", list + "/export?columns=colour", null).statusCode())
        .isEqualTo(422);

    assertThat(tenancy.send("DELETE", one, null).statusCode()).isEqualTo(204);
    assertThat(tenancy.send("GET", one, null).statusCode()).isEqualTo(404);
    assertThat(tenancy.get(list).get("contacts").asInt()).isEqualTo(2);
  }

  @Test
  void whoIsAddedToARunningGroupIsCalledAndWhoIsRemovedIsNot() {
    var tenancy = Tenancy.openAtAnyHour(node, "joining");
    var list = tenancy.contactList("People", Tenancy.numbers(2110, 12));
    var group = tenancy.voiceGroup(list, 1, "PT2S", "");
    tenancy.start(group);
    tenancy.awaitAttempts(group, 1);
    var people = "/contact-lists/" + list + "/contacts";
    var added = tenancy.create(people, "{\"devices\":[\"+12122322150\"]}").get("id").asText();
    assertThat(added).isNotBlank();
    var removed = lastWaiting(tenancy, group, "+12122322150");

    var answer = tenancy.send("DELETE", people + "/" + removed.get("contactId").asText(), null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

    await()
        .atMost(Duration.ofSeconds(180))
        .untilAsserted(
            () ->
                assertThat(tenancy.get(Tenancy.group(group)).get("state").asText())
                    .isEqualTo("COMPLETED"));
    var records = tenancy.get(Tenancy.group(group)).get("records");
    assertThat(records.get("total").asInt()).isEqualTo(13);
    assertThat(records.get("final").asInt()).isEqualTo(13);
    assertThat(tenancy.calls(group))
        .extracting(Tenancy.Call::number)
        .contains("+12122322150")
        .doesNotContain(removed.get("device").asText())
        .hasSize(12);
  }

  /** A record nobody has called yet, ready or claimed. */
  private static JsonNode lastWaiting(Tenancy tenancy, String group, String but) {
    List<JsonNode> waiting =
        tenancy.records(group).stream()
            .filter(r -> r.get("attempts").asInt() == 0)
            .filter(r -> !r.get("state").asText().equals("FINAL"))
            .filter(r -> !r.get("device").asText().equals(but))
            .toList();
    assertThat(waiting).isNotEmpty();
    return waiting.get(waiting.size() - 1);
  }

  @Test
  void whoIsErasedIsNotCalledAndDoesNotComeBack() {
    var tenancy = Tenancy.openAtAnyHour(node, "erasing");
    var person = "+12122322310";
    var list = tenancy.contactList("People", List.of(person, "+12122322311"));
    var group = tenancy.voiceGroup(list, 2, "PT0.1S", "");
    tenancy.start(group);
    tenancy.awaitState(group, "COMPLETED");

    var erased = erase(tenancy, person);

    assertThat(erased.get("contacts").asInt()).isEqualTo(1);
    assertThat(erased.get("attempts").asInt()).isEqualTo(1);
    assertThat(tenancy.get("/contacts?device=%2B12122322310").get("items")).isEmpty();
    assertThat(tenancy.get("/attempts?groupId=" + group).get("items").findValuesAsText("device"))
        .hasSize(2)
        .contains("+12122322311")
        .anyMatch(device -> device.startsWith("erased-"));
    var again = tenancy.contactList("Again", List.of(person, "+12122322312"), 1);
    var rejects = tenancy.get("/imports?listId=" + again).get("items").get(0);
    assertThat(rejects.get("rejected").asInt()).isEqualTo(1);
    assertThat(
            tenancy.send("GET", "/imports/" + rejects.get("id").asText() + "/rejects", null).body())
        .contains("ERASED")
        .doesNotContain(person);
    var check =
        tenancy.send(
            "POST", "/compliance/check", "{\"device\":\"+12122322310\",\"channel\":\"VOICE\"}");
    assertThat(check.body()).contains("\"allowed\":false").contains("erased");
    assertThat(tenancy.get("/audit").toString()).contains("ERASE").doesNotContain(person);
  }

  private static JsonNode erase(Tenancy tenancy, String device) {
    var path = "/contacts/erase";
    var wish = "{\"device\":\"" + device + "\",\"reason\":\"asked by letter\"}";
    return Tenancy.asAgreed("POST", path, 200, tenancy.send("POST", path, wish));
  }

  @Test
  void aSuppressionListIsExportedAsAnImportReadsIt() {
    var tenancy = Tenancy.openAtAnyHour(node, "sparing");
    var list =
        "/suppression-lists/"
            + tenancy
                .create(
                    "/suppression-lists",
                    """
                    {"name":"Never","type":"DEVICE","channels":["VOICE"],"required":true,
                     "retention":"PERMANENT","country":"US"}""")
                .get("id")
                .asText();
    tenancy.create(
        list + "/entries",
        """
        {"entries":[{"value":"+12122322201","reason":"=asked"},
          {"value":"no@example.com","till":"2099-01-01T00:00:00Z"}]}""");

    assertThat(tenancy.send("GET", list + "/export", null).body())
        .isEqualTo(
            """
            phone,email,from,till,reason
            +12122322201,,,,'=asked
            ,no@example.com,,2099-01-01T00:00:00Z,
            """);
  }
}
