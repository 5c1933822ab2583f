package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched place that makes and starts a new campaign group for each file. */
class TemplateDropIT {
  private static final Tenancy tenancy =
      Tenancy.openAtAnyHour(RunningNode.shared(), "template-drop");

  @TempDir Path folder;

  @Test
  void eachFileStartsANewGroupOfTheTemplate() throws Exception {
    var template =
        tenancy
            .create(
                "/campaign-templates",
                "{\"name\":\"Evenings\",\"settings\":{\"maxAttemptsPerRecord\":3}}")
            .get("id")
            .asText();
    Files.writeString(folder.resolve("spring.csv"), Tenancy.csv(Tenancy.numbers(1, 2)));
    var made =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"Partner","kind":"FOLDER","url":"%s","every":"PT1S","templateId":"%s"}"""
                .formatted(folder, template));
    assertThat(made.get("templateId").asText()).isEqualTo(template);
    var spring = awaitStarted("Evenings spring ");
    Files.writeString(folder.resolve("autumn.csv"), Tenancy.csv(Tenancy.numbers(11, 2)));
    var autumn = awaitStarted("Evenings autumn ");
    for (var group : List.of(spring, autumn)) {
      assertThat(group.get("templateId").asText()).isEqualTo(template);
      assertThat(group.get("maxAttemptsPerRecord").asInt()).isEqualTo(3);
      assertThat(group.get("lists")).hasSize(1);
      assertThat(group.get("records").get("total").asInt()).isEqualTo(2);
    }
    assertThat(spring.get("lists")).isNotEqualTo(autumn.get("lists"));
    assertThat(groups()).hasSize(2);
    var path = "/drop-sources/" + made.get("id").asText();
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void refusesATemplateThatIsNotThereOrBesideAGroup() {
    assertThat(refused("\"templateId\":\"987654\"")).contains("templateId");
    assertThat(refused("\"templateId\":\"1\",\"action\":\"IMPORT_SUPPRESSION\""))
        .contains("templateId");
    assertThat(refused("\"templateId\":\"1\",\"contactListId\":\"1\",\"campaignGroupId\":\"1\""))
        .contains("templateId");
  }

  private String refused(String more) {
    var body = "{\"name\":\"No\",\"kind\":\"FOLDER\",\"url\":\"%s\",%s}".formatted(folder, more);
    var answer = tenancy.send("POST", "/drop-sources", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return RunningNode.json(answer).get("errors").findValuesAsText("field").toString();
  }

  private static JsonNode awaitStarted(String name) {
    var begun = Set.of("RUNNING", "COMPLETED");
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                groups().stream()
                    .anyMatch(
                        g ->
                            g.get("name").asText().startsWith(name)
                                && begun.contains(g.get("state").asText())));
    return groups().stream()
        .filter(g -> g.get("name").asText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> groups() {
    List<JsonNode> found = new ArrayList<>();
    tenancy.get("/campaign-groups").get("items").forEach(found::add);
    return found;
  }
}
