package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** National registries over HTTP, on a whole node. */
class RegistryJourneysIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static RunningNode node;
  private static Tenancy tenancy;
  private static String boss;

  @BeforeAll
  static void tenancy() {
    node = RunningNode.shared();
    tenancy = Tenancy.openAtAnyHour(node, "registrar");
    boss = node.signIn("boss-of-registrar", "secret1");
  }

  @Test
  void aFileComesIntoForceAndADeltaChangesIt() {
    var made = tenancy.send("POST", "/registries", "{\"name\":\"DNC\",\"country\":\"us\"}");
    var registry =
        "/registries/" + Tenancy.asAgreed("POST", "/registries", 201, made).get("id").asText();
    assertThat(tenancy.get(registry).get("usable").asBoolean()).isFalse();

    var load = load(registry, "?dataDate=" + TODAY + "&name=dnc.txt", "201,5550101\n201,5550102\n");
    Tenancy.asAgreed("POST", "/registries/{id}/loads", 202, load);
    var full = inForce(registry, 1);
    assertThat(full.at("/inForce/numbers").asInt()).isEqualTo(2);
    assertThat(full.at("/inForce/fileName").asText()).isEqualTo("dnc.txt");
    assertThat(full.get("maxAgeDays").asInt()).isEqualTo(31);

    load(registry, "?kind=delta&dataDate=" + TODAY, "2015550101,D\n2015550103,A\n2015550104,A\n");
    assertThat(inForce(registry, 2).at("/inForce/numbers").asInt()).isEqualTo(3);
    assertThat(tenancy.get("/registries").get("items"))
        .anySatisfy(r -> assertThat(r.at("/inForce/kind").asText()).isEqualTo("DELTA"));
    var first = tenancy.send("GET", registry + "/loads/1", null);
    assertThat(
            Tenancy.asAgreed("GET", "/registries/{id}/loads/{version}", 200, first)
                .get("state")
                .asText())
        .isEqualTo("REPLACED");
    assertThat(tenancy.send("DELETE", registry, null).statusCode()).isEqualTo(204);
    assertThat(tenancy.send("GET", registry, null).statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrong() {
    var registry =
        "/registries/"
            + tenancy
                .create("/registries", "{\"name\":\"Wrong\",\"country\":\"GB\"}")
                .get("id")
                .asText();
    assertThat(load(registry, "", "1\n").body()).contains("dataDate").contains("missing");
    assertThat(load(registry, "?dataDate=" + TODAY + "&kind=HALF", "1\n").statusCode())
        .isEqualTo(422);
    var delta = load(registry, "?kind=DELTA&dataDate=" + TODAY, "01632960001\n");
    assertThat(delta.statusCode()).isEqualTo(409);
    assertThat(delta.body()).contains("NO_BASE");
    var lax =
        tenancy.send(
            "POST", "/registries", "{\"name\":\"x\",\"country\":\"GB\",\"maxAgeDays\":31}");
    assertThat(lax.statusCode()).isEqualTo(422);
    assertThat(lax.body()).contains("1 to 28 for GB");

    load(registry, "?dataDate=" + TODAY, "01632960001\n01632960002\nsomebody 7\n");
    await()
        .atMost(PATIENCE)
        .until(() -> tenancy.get(registry).at("/latest/state").asText().equals("FAILED"));
    assertThat(tenancy.get(registry).at("/latest/error/detail").asText())
        .isEqualTo("Line 3 holds no phone number of GB.");
  }

  private static HttpResponse<String> load(String registry, String query, String content) {
    return node.sendText(registry + "/loads" + query, boss, content);
  }

  private static JsonNode inForce(String registry, int version) {
    return await()
        .atMost(PATIENCE)
        .until(() -> tenancy.get(registry), r -> r.at("/inForce/version").asInt() == version);
  }
}
