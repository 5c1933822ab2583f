package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Modes of imports, selection and upload rules as they are met over HTTP, on a whole node. */
@Execution(ExecutionMode.CONCURRENT)
class ImportModesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningNode node = RunningNode.shared();

  @Test
  void aListIsUpdatedSelectedAndReplaced() {
    var tenancy = Tenancy.openAtAnyHour(node, "modes");
    var list = tenancy.create("/contact-lists", "{\"name\":\"People\"}").get("id").asText();
    var rule =
        tenancy.create(
            "/selection-rules",
            """
            {"name":"Gold","anyOf":[{"allOf":[
              {"field":"Plan","type":"string","operator":"equal","value":"gold"}]}]}""");
    var path = "/selection-rules/" + rule.get("id").asText();

    var first =
        imported(
            tenancy,
            list,
            "{\"selectionRuleId\":\"" + rule.get("id").asText() + "\"}",
            "phone,client id,Plan\n2125550101,A,gold\n2125550102,B,\n2125550101,C,gold\n");
    assertThat(first.get("accepted").asInt()).isEqualTo(1);
    assertThat(first.get("filtered").asInt()).isEqualTo(1);
    assertThat(first.get("duplicates").asInt()).isEqualTo(1);
    var reports = "/imports/" + first.get("id").asText();
    assertThat(tenancy.send("GET", reports + "/filtered", null).body())
        .isEqualTo(
            "row,line,column,code,reason\r\n2,3,,FILTERED,is not selected by the rule Gold\r\n");
    assertThat(tenancy.send("GET", reports + "/duplicates", null).body())
        .isEqualTo(
            "row,line,column,code,reason\r\n3,4,phone,DUPLICATE_DEVICE,is in row 1 already\r\n");

    var update = imported(tenancy, list, "{\"mode\":\"update\"}", "client id,first name\nA,Ann\n");
    assertThat(update.get("updated").asInt()).isEqualTo(1);
    assertThat(contacts(tenancy, list).get(0).get("firstName").asText()).isEqualTo("Ann");

    var tried = tried(tenancy, path, "{\"listId\":\"" + list + "\"}");
    assertThat(tried.get("matched").asInt()).isEqualTo(1);
    assertThat(tried.get("examples").get(0).get("clientId").asText()).isEqualTo("A");

    imported(tenancy, list, "{\"mode\":\"REPLACE\"}", "phone\n2125550109\n");
    assertThat(contacts(tenancy, list)).hasSize(1);
    assertThat(contacts(tenancy, list).get(0).at("/devices/0/value").asText())
        .isEqualTo("+12125550109");
    assertThat(tenancy.get("/contact-lists/" + list).get("contacts").asInt()).isEqualTo(1);
  }

  @Test
  void aRuleIsTriedOnSamplesChangedAndDeleted() {
    var tenancy = Tenancy.openAtAnyHour(node, "samples");
    var rule =
        tenancy.create(
            "/selection-rules",
            """
            {"name":"Florida","anyOf":[
              {"allOf":[{"type":"AREA_CODE","operator":"IN","values":["305"]}]},
              {"allOf":[{"field":"contact","type":"STATE_CODE","operator":"EQUAL","value":"fl"}]}
            ]}""");
    var path = "/selection-rules/" + rule.get("id").asText();
    var samples =
        """
        {"contacts":[{"devices":["3055550101","2125550101"],"other":{}},
          {"devices":["2125550102"],"state":"FL","other":{}},
          {"devices":["2125550103"],"other":{}}]}""";
    var tried = tried(tenancy, path, samples);
    assertThat(tried.get("contacts").asInt()).isEqualTo(3);
    assertThat(tried.get("matched").asInt()).isEqualTo(2);
    assertThat(tried.get("examples").get(0).get("devices")).hasSize(1);

    var changed =
        tenancy.send(
            "PATCH",
            path,
            "{\"anyOf\":[{\"allOf\":[{\"type\":\"EXCHANGE\",\"operator\":\"EMPTY\"}]}]}");
    Tenancy.asAgreed("PATCH", path, 200, changed);
    assertThat(tried(tenancy, path, samples).get("matched").asInt()).isZero();

    refused(tenancy, "{\"name\":\"x\",\"anyOf\":[]}");
    refused(
        tenancy,
        "{\"name\":\"x\",\"anyOf\":[{\"allOf\":[{\"type\":\"NUMERIC\",\"field\":\"Age\","
            + "\"operator\":\"LIKE\",\"value\":\"1\"}]}]}");
    refused(
        tenancy,
        "{\"name\":\"x\",\"anyOf\":[{\"allOf\":[{\"type\":\"STRING\",\"field\":\"Age\","
            + "\"operator\":\"IN\",\"value\":\"1\"}]}]}");
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(tenancy.send("GET", path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void aFileIsSplitOverTwoLists() {
    var tenancy = Tenancy.openAtAnyHour(node, "split");
    var here = tenancy.create("/contact-lists", "{\"name\":\"Here\"}").get("id").asText();
    var there = tenancy.create("/contact-lists", "{\"name\":\"There\"}").get("id").asText();
    var rule =
        tenancy.create(
            "/upload-rules",
            """
            {"name":"One there","kind":"QUANTITY","targets":[{"listId":"%s","quantity":1}]}"""
                .formatted(there));
    imported(
        tenancy,
        here,
        "{\"uploadRuleId\":\"" + rule.get("id").asText() + "\"}",
        "phone\n2125550101\n2125550102\n2125550103\n");
    assertThat(contacts(tenancy, there)).hasSize(1);
    assertThat(contacts(tenancy, here)).hasSize(2);
    var bad =
        tenancy.send("POST", "/upload-rules", "{\"name\":\"x\",\"kind\":\"FIELD\",\"targets\":[]}");
    assertThat(bad.statusCode()).as(bad.body()).isEqualTo(422);
  }

  private static void refused(Tenancy tenancy, String rule) {
    var answer = tenancy.send("POST", "/selection-rules", rule);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
  }

  private static JsonNode tried(Tenancy tenancy, String path, String body) {
    return Tenancy.asAgreed(
        "POST", path + "/test", 200, tenancy.send("POST", path + "/test", body));
  }

  private static JsonNode contacts(Tenancy tenancy, String list) {
    return tenancy.get("/contact-lists/" + list + "/contacts").get("items");
  }

  private static JsonNode imported(Tenancy tenancy, String list, String options, String file) {
    var path = "/contact-lists/" + list + "/imports";
    var accepted = Tenancy.asAgreed("POST", path, 202, tenancy.upload(path, options, file));
    var id = "/imports/" + accepted.get("importId").asText();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(tenancy.get(id).get("state").asText()).isEqualTo("COMPLETED"));
    return tenancy.get(id);
  }
}
