package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mappings and previews over HTTP, on a whole node. */
class MappingsIT {
  private static final String SPC =
      """
      mapping "Billing"
      layout fixed
      field clientId from 1 length 4
      field device1 from 5 length 12
      """;

  private static RunningNode node;
  private static Tenancy tenancy;
  private static String token;

  @BeforeAll
  static void tenancy() {
    node = RunningNode.shared();
    tenancy = Tenancy.openAtAnyHour(node, "mapper");
    token = node.signIn("boss-of-mapper", "secret1");
  }

  @Test
  void aMappingIsMadeReadChangedAndRemoved() {
    var made =
        tenancy.create(
            "/mappings",
            """
            {"name":"Acme","kind":"contacts","layout":"delimited","delimiter":"pipe",
             "columns":[{"field":"device1","name":"Tel"}]}""");
    assertThat(made.get("delimiter").asText()).isEqualTo("|");
    assertThat(made.get("header").asBoolean()).isTrue();
    var path = "/mappings/" + made.get("id").asText();
    problem(
        tenancy.send(
            "POST",
            "/mappings",
            "{\"name\":\"Acme\",\"kind\":\"CONTACTS\","
                + "\"layout\":\"FIXED\",\"columns\":[{\"field\":\"phone\",\"from\":1,\"length\":9}]}"),
        409,
        "NAME_TAKEN");
    assertThat(tenancy.get("/mappings?name=Acme").get("items")).hasSize(1);
    problem(
        node.send("PATCH", path, token, "{\"skipLines\":2}", "If-Match", "\"7\""),
        412,
        "REVISION_CHANGED");
    var changed = node.send("PATCH", path, token, "{\"skipLines\":2}", "If-Match", "\"0\"");
    assertThat(Tenancy.asAgreed("PATCH", path, 200, changed).get("skipLines").asInt()).isEqualTo(2);
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
    problem(tenancy.send("GET", path, null), 404, "NOT_FOUND");
  }

  @Test
  void saysWhichColumnIsWrong() {
    var answer =
        tenancy.send(
            "POST",
            "/mappings",
            """
            {"name":"Bad","kind":"CONTACTS","layout":"FIXED","columns":[
             {"field":"device1","from":1,"length":9},{"field":"state","from":9,"length":2}]}""");
    var problem = problem(answer, 422, "INVALID_VALUE");
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("columns[1].from");
    assertThat(problem.get("detail").asText()).contains("overlaps");
    var unknown =
        "{\"colour\":1,\"name\":\"x\",\"kind\":\"CONTACTS\",\"layout\":\"FIXED\","
            + "\"columns\":[{\"field\":\"device1\",\"from\":1,\"length\":9}]}";
    problem(tenancy.send("POST", "/mappings", unknown), 422, "UNKNOWN_FIELD");
  }

  @Test
  void aSpecificationFileBecomesAMappingAndComesBack() {
    var made = Tenancy.asAgreed("POST", "/mappings", 201, text(SPC));
    var path = "/mappings/" + made.get("id").asText();
    var back = tenancy.send("GET", path + "/spc", null);
    assertThat(back.headers().firstValue("Content-Type")).hasValue("text/plain; charset=UTF-8");
    assertThat(node.send("GET", path, token, null, "Accept", "text/plain").body())
        .isEqualTo(back.body());
    tenancy.send("DELETE", path, null);
    var again = Tenancy.asAgreed("POST", "/mappings", 201, text(back.body()));
    assertThat(again.get("columns")).isEqualTo(made.get("columns"));
    var uploaded =
        node.upload("/mappings", token, "Delivery.spc", SPC.substring(SPC.indexOf('\n')));
    assertThat(Tenancy.asAgreed("POST", "/mappings", 201, uploaded).get("name").asText())
        .isEqualTo("Delivery");
    var wrong = problem(text("mapping x\nfield device1 at 3"), 422, "BAD_SPECIFICATION");
    assertThat(wrong.get("detail").asText()).startsWith("Line 2, column 15 of the specification");
  }

  @Test
  void aFileIsSeenInSeveralWaysAndThenImportedWithoutSendingItAgain() {
    var list = list("Previewed");
    var path = "/contact-lists/" + list + "/previews";
    var text = "Tel,Kunde\n2025550101,A1\n12,A2\n";
    var first = Tenancy.asAgreed("POST", path, 201, node.upload(path, token, "a.csv", text));
    assertThat(first.at("/error/code").asText()).isEqualTo("");
    assertThat(first.at("/columns/0/field").asText()).isEqualTo("device1");
    assertThat(first.at("/columns/1/field").asText()).isEqualTo("Kunde");
    assertThat(first.at("/rows/0/contact/devices/0/value").asText()).isEqualTo("+12025550101");
    assertThat(first.at("/rows/0/contact/devices/0/zones/0").asText())
        .isEqualTo("America/New_York");
    assertThat(first.at("/rows/1/reject/code").asText()).isEqualTo("INVALID_PHONE");
    var again = "/previews/" + first.get("previewId").asText();
    var mapped =
        """
        {"options":{"mapping":{"name":"m","kind":"CONTACTS","layout":"DELIMITED","columns":[
         {"field":"device1","name":"tel"},{"field":"clientId","name":"kunde"}]}}}""";
    var second = Tenancy.asAgreed("POST", again, 200, tenancy.send("POST", again, mapped));
    assertThat(second.at("/rows/0/contact/clientId").asText()).isEqualTo("A1");
    assertThat(tenancy.get("/contact-lists/" + list + "/imports").get("items")).isEmpty();
    var imports = "/contact-lists/" + list + "/imports";
    var body = "{\"previewId\":\"" + first.get("previewId").asText() + "\"," + mapped.substring(1);
    var accepted = Tenancy.asAgreed("POST", imports, 202, tenancy.send("POST", imports, body));
    tenancy.awaitImport("/imports/" + accepted.get("importId").asText(), 1);
    var contact = tenancy.get("/contact-lists/" + list + "/contacts").at("/items/0");
    assertThat(contact.get("clientId").asText()).isEqualTo("A1");
    problem(
        tenancy.send("POST", "/contact-lists/" + list("Another") + "/imports", body),
        422,
        "INVALID_VALUE");
  }

  @Test
  void showsWhatStandsInAFileWhoseColumnsMeanNothingYet() {
    var path = "/contact-lists/" + list("Unknown") + "/previews";
    var seen =
        Tenancy.asAgreed(
            "POST", path, 201, node.upload(path, token, "a.csv", "a;b\n1;2025550101\n"));
    assertThat(seen.at("/error/code").asText()).isEqualTo("NO_DEVICE_COLUMN");
    assertThat(seen.get("delimiter").asText()).isEqualTo(";");
    assertThat(seen.at("/rows/0/fields/1").asText()).isEqualTo("2025550101");
    var picture = node.upload(path, token, "a.pdf", "%PDF-1.4 x");
    assertThat(Tenancy.asAgreed("POST", path, 201, picture).at("/error/code").asText())
        .isEqualTo("BINARY_FILE");
  }

  @Test
  void suppressionFilesAreSeenToo() {
    var list =
        tenancy
            .create(
                "/suppression-lists",
                "{\"name\":\"S\",\"type\":\"DEVICE\",\"channels\":[\"VOICE\"],\"required\":true,\"retention\":\"PERMANENT\"}")
            .get("id")
            .asText();
    var path = "/suppression-lists/" + list + "/previews";
    var seen =
        Tenancy.asAgreed(
            "POST", path, 201, node.upload(path, token, "a.csv", "phone\n2025550101\n"));
    assertThat(seen.at("/rows/0/values/0").asText()).isEqualTo("+12025550101");
    var mapping =
        tenancy.create(
            "/mappings",
            "{\"name\":\"For contacts\",\"kind\":\"CONTACTS\","
                + "\"layout\":\"DELIMITED\",\"columns\":[{\"field\":\"device1\",\"name\":\"phone\"}]}");
    var again = "/previews/" + seen.get("previewId").asText();
    var options = "{\"options\":{\"mappingId\":\"" + mapping.get("id").asText() + "\"}}";
    problem(tenancy.send("POST", again, options), 422, "INVALID_VALUE");
    problem(
        tenancy.send("POST", again, "{\"options\":{\"mappingId\":\"99999\"}}"),
        422,
        "INVALID_VALUE");
  }

  @Test
  void aListHasTheLabelsOfItsSchema() {
    var made =
        tenancy.create(
            "/label-schemas",
            "{\"name\":\"Debtors\",\"labels\":{\"clientId\":\"Account\",\"Other1\":\"Tariff\"}}");
    var id = made.get("id").asText();
    var path = "/label-schemas/" + id;
    assertThat(made.at("/labels/Other1").asText()).isEqualTo("Tariff");
    var list =
        tenancy.create(
            "/contact-lists", "{\"name\":\"Labelled\",\"labelSchemaId\":\"" + id + "\"}");
    assertThat(list.get("labelSchemaId").asText()).isEqualTo(id);
    var problem = problem(tenancy.send("DELETE", path, null), 409, "IN_USE");
    assertThat(problem.get("detail").asText()).contains("Labelled");
    var patched = tenancy.send("PATCH", path, "{\"labels\":{\"Other1\":null,\"Other2\":\"Zone\"}}");
    assertThat(Tenancy.asAgreed("PATCH", path, 200, patched).get("labels").toString())
        .isEqualTo("{\"Other2\":\"Zone\",\"clientId\":\"Account\"}");
    problem(tenancy.send("PATCH", path, "{\"labels\":{\"x\":\"Account\"}}"), 422, "INVALID_VALUE");
    problem(
        node.send("PATCH", path, token, "{\"name\":\"D\"}", "If-Match", "\"9\""),
        412,
        "REVISION_CHANGED");
    var listPath = "/contact-lists/" + list.get("id").asText();
    problem(
        tenancy.send("PATCH", listPath, "{\"labelSchemaId\":\"99999\"}"),
        422,
        "UNKNOWN_LABEL_SCHEMA");
    var freed = tenancy.send("PATCH", listPath, "{\"labelSchemaId\":null}");
    assertThat(Tenancy.asAgreed("PATCH", listPath, 200, freed).get("labelSchemaId").isNull())
        .isTrue();
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  private static String list(String name) {
    return tenancy
        .create("/contact-lists", "{\"name\":\"" + name + "\",\"country\":\"US\"}")
        .get("id")
        .asText();
  }

  private static HttpResponse<String> text(String spc) {
    return node.sendText("/mappings", token, spc);
  }

  private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var problem = RunningNode.json(answer);
    assertThat(problem.get("code").asText()).as(answer.body()).isEqualTo(code);
    return problem;
  }
}
