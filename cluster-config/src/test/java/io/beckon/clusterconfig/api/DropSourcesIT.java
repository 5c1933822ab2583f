package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Watched places over the API: secrets go in and never come out. */
@Execution(ExecutionMode.CONCURRENT)
class DropSourcesIT {
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\\nhush\\n-----END PRIVATE KEY-----";
  private final RunningNode node = RunningNode.shared();

  @TempDir Path folder;

  @Test
  void keepsSecretsThatAPatchLeavesOutAndShowsNone() {
    var tenancy = Tenancy.openAtAnyHour(node, "partner");
    var made =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"Partner","kind":"sftp","url":"sftp://127.0.0.1:1/out",
             "credentials":{"username":"ann","password":"hush"},"privateKey":"%s",
             "passphrase":"hush","marker":"{base}.ok","mask":"regex:.*",
             "after":{"action":"move","folder":"done"}}"""
                .formatted(KEY));
    var path = "/drop-sources/" + made.get("id").asText();
    shows(made, true, true);
    assertThat(made.get("after").get("folder").asText()).isEqualTo("done");

    shows(patched(tenancy, path, "{\"name\":\"Renamed\"}"), true, true);
    shows(patched(tenancy, path, "{\"privateKey\":null,\"passphrase\":null}"), true, false);
    shows(tenancy.get(path), true, false);
    refused(tenancy, path, "{\"fingerprint\":\"AB\"}", "fingerprint");
    refused(tenancy, path, "{\"credentials\":null}", "credentials");
    refused(tenancy, path, "{\"after\":{\"action\":\"RENAME\"}}", "after.suffix");
    var deleting = patched(tenancy, path, "{\"after\":{\"action\":\"DELETE\"}}");
    assertThat(deleting.get("after").get("folder").isNull()).isTrue();
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void takesAPasswordToNoOtherServerThanItWasGivenFor() {
    var tenancy = Tenancy.openAtAnyHour(node, "moving");
    var made =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"Partner","kind":"FTPS","url":"ftpes://127.0.0.1:1/out",
             "credentials":{"username":"ann","password":"hush"}}""");
    var path = "/drop-sources/" + made.get("id").asText();

    refused(tenancy, path, "{\"url\":\"ftpes://127.0.0.2:1/out\"}", "credentials");
    refused(tenancy, path, "{\"kind\":\"FTP\",\"url\":\"ftp://127.0.0.1:1/out\"}", "credentials");
    assertThat(patched(tenancy, path, "{\"url\":\"ftpes://127.0.0.1:1/in\"}").get("hasPassword"))
        .isEqualTo(BooleanNode.TRUE);
    var moved =
        patched(
            tenancy,
            path,
            """
            {"url":"ftpes://127.0.0.2:1/in",
             "credentials":{"username":"ann","password":"hush"}}""");
    assertThat(moved.get("url").asText()).contains("127.0.0.2");
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void isScheduledAndShowsItsRuns() throws IOException {
    Files.writeString(folder.resolve("spring.csv"), "phone\n2025550151\n");
    var tenancy = Tenancy.openAtAnyHour(node, "scheduled");
    var made =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"Nightly","kind":"FOLDER","url":"%s","cron":"0 3 * * *",
             "timeZone":"America/New_York"}"""
                .formatted(folder));
    var path = "/drop-sources/" + made.get("id").asText();
    assertThat(made.get("every").isNull()).isTrue();
    assertThat(made.get("nextRun").asText()).endsWith(":00:00Z");
    refused(tenancy, path, "{\"every\":\"PT5S\"}", "every");

    Tenancy.asAgreed("POST", path + "/take", 202, tenancy.send("POST", path + "/take", "{}"));

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> tenancy.get(path + "/runs").get("items").size() == 1);
    var run = tenancy.get(path + "/runs").get("items").get(0);
    assertThat(run.get("imports").size()).isEqualTo(1);
    assertThat(run.get("error").isNull()).isTrue();
    var unknown = tenancy.send("GET", "/drop-sources/987654321/runs", null);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void isChangedAndDeletedOnlyAsItWasSeen() {
    var tenancy = Tenancy.openAtAnyHour(node, "revised");
    var made =
        tenancy.create(
            "/drop-sources",
            "{\"name\":\"Seen\",\"kind\":\"FOLDER\",\"url\":\"%s\"}".formatted(folder));
    var path = "/drop-sources/" + made.get("id").asText();
    assertThat(made.get("revision").asLong()).isZero();
    var etag = tenancy.send("GET", path, null).headers().firstValue("ETag");
    assertThat(etag).contains("\"0\"");

    var first = tenancy.send("PATCH", path, "{\"mask\":\"*.txt\"}", "If-Match", "\"0\"");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
    var late = tenancy.send("PATCH", path, "{\"mask\":\"*.csv\"}", "If-Match", "\"0\"");
    assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
    assertThat(tenancy.get(path).get("mask").asText()).isEqualTo("*.txt");
    assertThat(tenancy.send("DELETE", path, null, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
    assertThat(tenancy.send("DELETE", path, null, "If-Match", "\"1\"").statusCode()).isEqualTo(204);
  }

  @Test
  void keepsTheOptionsOfItsImportsAndWhatTheyName() {
    var tenancy = Tenancy.openAtAnyHour(node, "optional");
    var mapping =
        tenancy.create(
            "/mappings",
            "{\"name\":\"By phone\",\"kind\":\"CONTACTS\",\"layout\":\"DELIMITED\","
                + "\"columns\":[{\"field\":\"device1\",\"name\":\"phone\"}]}");
    var mapped = mapping.get("id").asText();
    var made =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"Nightly","kind":"FOLDER","url":"%s","options":{"mode":"update",
             "key":"device","dedupe":"both","delimiter":"pipe","mappingId":"%s"}}"""
                .formatted(folder, mapped));
    var path = "/drop-sources/" + made.get("id").asText();
    assertThat(made.at("/options/mode").asText()).isEqualTo("UPDATE");
    assertThat(made.at("/options/delimiter").asText()).isEqualTo("|");
    var used = tenancy.send("DELETE", "/mappings/" + mapped, null);
    assertThat(used.statusCode()).as(used.body()).isEqualTo(409);
    assertThat(used.body()).contains("IN_USE", "Nightly");

    refused(tenancy, path, "{\"options\":{\"mode\":\"APPEND\"}}", "options.key");
    refused(tenancy, path, "{\"options\":{\"mappingId\":\"987654\"}}", "options.mappingId");
    refused(tenancy, path, "{\"action\":\"IMPORT_SUPPRESSION\"}", "options.key");
    refused(tenancy, path, "{\"options\":{\"speed\":1}}", "options.speed");

    var other = patched(tenancy, path, "{\"options\":{\"mode\":\"REPLACE\",\"key\":null}}");
    assertThat(other.at("/options/mappingId").asText()).isEqualTo(mapped);
    assertThat(other.at("/options/key").isNull()).isTrue();
    assertThat(patched(tenancy, path, "{\"options\":null}").get("options").isNull()).isTrue();
    assertThat(tenancy.send("DELETE", "/mappings/" + mapped, null).statusCode()).isEqualTo(204);
  }

  private static JsonNode patched(Tenancy tenancy, String path, String change) {
    return Tenancy.asAgreed("PATCH", path, 200, tenancy.send("PATCH", path, change));
  }

  private static void shows(JsonNode source, boolean password, boolean privateKey) {
    assertThat(source.toString()).doesNotContain("hush");
    assertThat(source.get("username").asText()).isEqualTo("ann");
    assertThat(source.get("hasPassword").asBoolean()).isEqualTo(password);
    assertThat(source.get("hasPrivateKey").asBoolean()).isEqualTo(privateKey);
  }

  private static void refused(Tenancy tenancy, String path, String change, String field) {
    var answer = tenancy.send("PATCH", path, change);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(RunningNode.json(answer).get("errors").get(0).get("field").asText())
        .isEqualTo(field);
  }

  @Test
  void aLookSaysWhatIsThereOrWhyNobodyKnows() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "phone\n");
    var tenancy = Tenancy.openAtAnyHour(node, "looking");
    var there = look(tenancy, "FOLDER", folder.toString());
    assertThat(there.get("error").isNull()).as(there.toString()).isTrue();
    assertThat(there.get("others").asInt()).isEqualTo(1);

    var nowhere = look(tenancy, "FTP", "ftp://127.0.0.1:1/");
    assertThat(nowhere.get("error").asText()).contains("Nobody answers");

    var missing = tenancy.send("POST", "/drop-sources/987654321/look", "{}");
    assertThat(missing.statusCode()).isEqualTo(404);
  }

  @Test
  void aTenantWatchesOnlyFoldersThatTheOperatorAllows() {
    var tenancy = Tenancy.openAtAnyHour(node, "confined");
    var body = "{\"name\":\"Etc\",\"kind\":\"FOLDER\",\"url\":\"/etc\"}";
    var refused = tenancy.send("POST", "/drop-sources", body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("/etc", "drops/confined", "BECKON_DROP_ROOTS");
    var path =
        "/drop-sources/"
            + tenancy
                .create("/drop-sources", body.replace("/etc", folder.toString()))
                .get("id")
                .asText();
    assertThat(tenancy.send("PATCH", path, "{\"url\":\"/etc\"}").statusCode()).isEqualTo(422);
  }

  private static JsonNode look(Tenancy tenancy, String kind, String url) {
    var source =
        tenancy.create(
            "/drop-sources",
            """
            {"name":"%1$s","kind":"%1$s","url":"%2$s"}"""
                .formatted(kind, url));
    var path = "/drop-sources/" + source.get("id").asText();
    var look = tenancy.send("POST", path + "/look", "{}");
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
    return Tenancy.asAgreed("POST", path + "/look", 200, look);
  }
}
