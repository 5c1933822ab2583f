package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What files do that people send or leave somewhere, up to the calls that follow. */
@Execution(ExecutionMode.CONCURRENT)
class FileJourneysIT {
  private final RunningNode node = RunningNode.shared();

  @TempDir Path folder;

  @Test
  void numbersOfAnUploadedSuppressionFileAreNeverDialled() {
    var tenancy = Tenancy.openAtAnyHour(node, "uploads");
    var never = Tenancy.numbers(1010, 4);
    var suppression =
        tenancy.create(
            "/suppression-lists",
            """
            {"name":"Never","type":"DEVICE","channels":["VOICE"],"required":true,
             "retention":"PERMANENT","country":"US"}""");

    tenancy.imported("/suppression-lists/" + suppression.get("id").asText(), never);

    everybodyButTheseIsDialled(tenancy, never, Tenancy.numbers(1010, 10));
  }

  @Test
  void numbersOfAFileInTheSuppressionFolderAreNeverDialled() throws IOException {
    var tenancy = Tenancy.openAtAnyHour(node, "dropped");
    var never = Tenancy.numbers(1110, 4);
    var drops = tenancy.drops("suppression");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.isDirectory(drops.resolve("done")));

    Files.writeString(drops.resolve("never.csv"), Tenancy.csv(never));

    var list = tenancy.awaitNamed("/suppression-lists", "never");
    assertThat(list.get("type").asText()).isEqualTo("DEVICE");
    assertThat(list.get("required").asBoolean()).isTrue();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.exists(drops.resolve("done/never.csv")));
    everybodyButTheseIsDialled(tenancy, never, Tenancy.numbers(1110, 10));
  }

  private static void everybodyButTheseIsDialled(
      Tenancy tenancy, List<String> never, List<String> all) {
    var group = tenancy.voiceGroup(tenancy.contactList("All", all), 10, "PT0.1S", "");
    tenancy.start(group);
    var records = tenancy.awaitState(group, "COMPLETED").get("records");
    assertThat(records.get("suppressed").asInt()).isEqualTo(never.size());
    assertThat(records.get("final").asInt()).isEqualTo(all.size() - never.size());
    assertThat(tenancy.calls(group))
        .extracting(Tenancy.Call::number)
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(number -> !never.contains(number)).toList());
  }

  @Test
  void aFileInAWatchedFolderBecomesALoadedList() throws IOException {
    var tenancy = Tenancy.openAtAnyHour(node, "watching");
    var source =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"The share","kind":"FOLDER","url":"%s","every":"PT1S"}"""
                .formatted(folder));

    Files.writeString(folder.resolve("people.csv"), Tenancy.csv(Tenancy.numbers(1210, 3)));

    var list = tenancy.awaitNamed("/contact-lists", "people").get("id").asText();
    var imports = tenancy.get("/imports?listId=" + list + "&kind=CONTACTS").get("items");
    assertThat(imports).hasSize(1);
    tenancy.awaitImport("/imports/" + imports.get(0).get("id").asText(), 3);
    var path = "/drop-sources/" + source.get("id").asText();
    await().until(() -> tenancy.get(path).get("taken").asInt() == 1);
    assertThat(tenancy.get(path).get("lastError").isNull()).isTrue();
    deleted(tenancy, path);
  }

  @Test
  void aSourceIntoAListThatIsNotThereIsRefused() {
    var tenancy = Tenancy.openAtAnyHour(node, "mistaken");
    var others =
        Tenancy.openAtAnyHour(node, "owning").create("/contact-lists", "{\"name\":\"Theirs\"}");
    var own = tenancy.create("/contact-lists", "{\"name\":\"Ours\"}").get("id").asText();

    refused(source(tenancy, "987654321"));
    refused(source(tenancy, "no number"));
    refused(source(tenancy, others.get("id").asText()));

    var made = source(tenancy, own);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var path = "/drop-sources/" + RunningNode.json(made).get("id").asText();
    refused(tenancy.send("PATCH", path, "{\"contactListId\":\"987654321\"}"));
    deleted(tenancy, path);
  }

  private static void deleted(Tenancy tenancy, String path) {
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> source(Tenancy tenancy, String list) {
    return tenancy.send(
        "POST",
        "/drop-sources",
        """
        {"name":"Into %2$s","kind":"FOLDER","url":"%1$s","contactListId":"%2$s"}"""
            .formatted(folder, list));
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode error = RunningNode.json(answer).get("errors").get(0);
    assertThat(error.get("field").asText()).isEqualTo("contactListId");
    assertThat(error.get("message").asText()).isNotBlank();
  }
}
