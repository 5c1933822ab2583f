package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Campaign templates, and groups that are made of them. */
class CampaignTemplatesIT {
  private static final Tenancy tenancy =
      Tenancy.openAtAnyHour(RunningNode.shared(), "campaign-templates");

  @Test
  void aGroupTakesWhatItsBodyLeavesOut() {
    var list = tenancy.contactList("of a template", List.of("+12122320101"));
    var template =
        create(
            "Evenings",
            """
            {"maxAttemptsPerRecord":3,"pacing":{"simulatedAgents":7,"target":null,"value":null,"multiplier":1.0,
              "maxCallsPerMinute":60},
             "callingWindow":{"from":"17:00","till":"20:00","timeZoneSource":"DEVICE"},
             "treatments":[{"callResults":["BUSY"],"action":"RETRY_IN","interval":"PT30M",
              "increment":"PT5M","count":2,"next":"NEXT_IN_CHAIN"}]}""");
    var group =
        tenancy.create(
            "/campaign-groups",
            """
            {"name":"Spring","templateId":"%s","maxAttemptsPerRecord":5,
             "pacing":{"simulatedAgents":9},"lists":[{"id":"%s"}]}"""
                .formatted(template.get("id").asText(), list));
    assertThat(group.get("maxAttemptsPerRecord").asInt()).as("given").isEqualTo(5);
    assertThat(group.get("pacing").get("simulatedAgents").asInt()).as("given").isEqualTo(9);
    assertThat(group.get("pacing").get("maxCallsPerMinute").asInt()).isEqualTo(60);
    assertThat(group.get("callingWindow").get("from").asText()).startsWith("17:00");
    assertThat(group.get("treatments")).hasSize(1);
    assertThat(group.get("templateId")).isEqualTo(template.get("id"));

    change(template, "{\"settings\":{\"maxAttemptsPerRecord\":1}}");
    var after = tenancy.get("/campaign-groups/" + group.get("id").asText());
    assertThat(after.get("treatments")).as("made before").isEqualTo(group.get("treatments"));
  }

  @Test
  void isChangedInPartClonedAndDeleted() {
    var template = create("Mornings", "{\"maxAttemptsPerRecord\":3,\"callerId\":\"+12122320100\"}");
    var changed = change(template, "{\"settings\":{\"maxAttemptsPerRecord\":4}}");
    assertThat(changed.get("settings").get("maxAttemptsPerRecord").asInt()).isEqualTo(4);
    assertThat(changed.get("settings").get("callerId").asText()).isEqualTo("+12122320100");

    var path = "/campaign-templates/" + template.get("id").asText();
    var clone = tenancy.create(path + "/clone", "{\"name\":\"Noons\"}");
    assertThat(clone.get("settings")).isEqualTo(changed.get("settings"));
    assertThat(clone.get("id")).isNotEqualTo(template.get("id"));
    assertThat(status("POST", path + "/clone", "{\"name\":\"Mornings\"}")).isEqualTo(409);

    assertThat(status("DELETE", path, null)).isEqualTo(204);
    assertThat(status("GET", path, null)).isEqualTo(404);
    assertThat(tenancy.get("/campaign-templates").get("items").findValuesAsText("name"))
        .contains("Noons")
        .doesNotContain("Mornings");
  }

  @Test
  void refusesWhatNoGroupWouldTake() {
    assertThat(refused("{\"name\":\"a\",\"settings\":{\"maxAttemptsPerRecord\":0}}"))
        .contains("maxAttemptsPerRecord");
    assertThat(refused("{\"name\":\"a\",\"settings\":{\"lists\":[]}}")).contains("lists");
    assertThat(refused("{\"name\":\" \",\"settings\":{}}")).contains("name");
    var unknown = "{\"name\":\"a\",\"templateId\":\"999999\",\"lists\":[{\"id\":\"1\"}]}";
    assertThat(tenancy.send("POST", "/campaign-groups", unknown).body())
        .contains("UNKNOWN_TEMPLATE");
  }

  private static JsonNode create(String name, String settings) {
    return tenancy.create(
        "/campaign-templates", "{\"name\":\"" + name + "\",\"settings\":" + settings + "}");
  }

  private static JsonNode change(JsonNode template, String patch) {
    var path = "/campaign-templates/" + template.get("id").asText();
    return Tenancy.asAgreed("PATCH", path, 200, tenancy.send("PATCH", path, patch));
  }

  private static String refused(String body) {
    var answer = tenancy.send("POST", "/campaign-templates", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return answer.body();
  }

  private static int status(String verb, String path, String body) {
    return tenancy.send(verb, path, body).statusCode();
  }
}
