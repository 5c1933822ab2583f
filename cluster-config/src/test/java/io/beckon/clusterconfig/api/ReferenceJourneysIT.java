package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reference data, a zone map, re-zoning and counts over HTTP, on a whole node. */
class ReferenceJourneysIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DATA =
      """
      beckon-reference-data,1,journey,2026-11-01
      kind,country,prefix,zones,state,lineType
      NUMBER,,1484,America/Denver,PA,MOBILE
      """;

  private static RunningNode node;
  private static Tenancy tenancy;
  private static String operator;

  @BeforeAll
  static void tenancy() {
    node = RunningNode.shared();
    tenancy = Tenancy.openAtAnyHour(node, "zoner");
    operator = node.signIn("admin", RunningNode.PASSWORD);
  }

  @Test
  void aListFollowsNewDataAndTheTenantsOwnMap() {
    var list = tenancy.create("/contact-lists", "{\"name\":\"Zoned\"}").get("id").asText();
    var token = node.signIn("boss-of-zoner", "secret1");
    var file = "phone\n4845550101\n4845550102\n2125550103\n9005550104\n";
    assertThat(
            node.upload("/contact-lists/" + list + "/imports", token, "a.csv", file).statusCode())
        .isEqualTo(202);
    counted(list, "America/New_York", 3);
    assertThat(listed(list).at("/lineTypes/FIXED_LINE_OR_MOBILE").asInt()).isEqualTo(3);

    var made = Tenancy.asAgreed("POST", "/reference-data", 201, uploaded(DATA));
    assertThat(made.get("active").asBoolean()).isTrue();
    rezone(list);
    counted(list, "America/Denver", 2);
    assertThat(listed(list).at("/lineTypes/MOBILE").asInt()).isEqualTo(2);
    var people = "/contact-lists/" + list + "/contacts?lineType=";
    assertThat(tenancy.get(people + "mobile").get("items")).hasSize(2);
    var unknown = tenancy.send("GET", people + "SATELLITE", null);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("lineType", "SATELLITE", "TOLL_FREE");

    var map =
        "{\"entries\":[{\"countryCode\":\"1\",\"areaCode\":\"484\",\"zone\":\"America/Phoenix\"}]}";
    var put = tenancy.send("PUT", "/zone-map", map);
    assertThat(Tenancy.asAgreed("PUT", "/zone-map", 200, put).get("entries")).hasSize(1);
    assertThat(tenancy.get("/zone-map")).isEqualTo(RunningNode.json(put));
    var back = node.send("POST", "/reference-data/bundled/activate", operator, null);
    Tenancy.asAgreed("POST", "/reference-data/{id}/activate", 200, back);
    var all = tenancy.send("POST", "/rezonings", null);
    assertThat(Tenancy.asAgreed("POST", "/rezonings", 202, all).get("items")).isNotEmpty();
    counted(list, "America/Phoenix", 2);
    assertThat(listed(list).at("/lineTypes/FIXED_LINE_OR_MOBILE").asInt()).isEqualTo(3);
    assertThat(tenancy.send("DELETE", "/zone-map", null).statusCode()).isEqualTo(204);
  }

  @Test
  void saysWhatIsWrongWithADataSetAMapAndASource() {
    var bad = RunningNode.json(uploaded(DATA.replace("America/Denver", "Mars/Base")));
    assertThat(bad.get("code").asText()).isEqualTo("BAD_REFERENCE_DATA");
    assertThat(bad.get("detail").asText()).contains("Line 3").contains("Mars/Base");
    var map =
        tenancy.send(
            "PUT", "/zone-map", "{\"entries\":[{\"countryCode\":\"x\",\"zone\":\"UTC\"}]}");
    assertThat(map.statusCode()).as(map.body()).isEqualTo(422);
    var source = "{\"url\":\"file:///etc/passwd\",\"every\":\"PT1H\"}";
    assertThat(node.send("PUT", "/reference-data/source", operator, source).statusCode())
        .isEqualTo(422);
    var look = node.send("POST", "/reference-data/source/look", operator, null);
    assertThat(RunningNode.json(look).get("code").asText()).isEqualTo("NO_SOURCE");
    assertThat(tenancy.send("GET", "/reference-data", null).statusCode()).isEqualTo(403);
    assertThat(tenancy.send("POST", "/contact-lists/999999/rezone", null).statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> uploaded(String data) {
    return node.sendText("/reference-data?name=journey.csv", operator, data);
  }

  private static void rezone(String list) {
    var path = "/contact-lists/" + list + "/rezone";
    var begun = tenancy.send("POST", path, null);
    var id = Tenancy.asAgreed("POST", "/contact-lists/{id}/rezone", 202, begun).get("id").asText();
    await()
        .atMost(PATIENCE)
        .until(() -> tenancy.get("/rezonings/" + id).get("state").asText().equals("COMPLETED"));
    assertThat(tenancy.get("/rezonings?listId=" + list).at("/items/0/changed").asInt())
        .isEqualTo(2);
  }

  private static void counted(String list, String zone, int devices) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(listed(list).get("zones").path(zone).asInt()).isEqualTo(devices));
  }

  private static JsonNode listed(String list) {
    for (var item : tenancy.get("/contact-lists").get("items")) {
      if (item.get("id").asText().equals(list)) {
        return item;
      }
    }
    throw new AssertionError("no list " + list);
  }
}
