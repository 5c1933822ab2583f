package io.beckon.clusterconfig.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpPair;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Keys and recipients of encrypted files, as clients see them. */
class EncryptedFilesIT {
  private static final PgpPair GINA =
      new PgpWorkshop(Runnable::run, Clock.systemUTC())
          .pair(new TenantId("gina"), new NewPgpKey("Gina <gina@example.org>", null, null))
          .toCompletableFuture()
          .join();

  private final RunningNode node = RunningNode.shared();

  @Test
  void keysAreMadeAndBroughtAlongAndNeverShown() {
    var tenancy = Tenancy.openAtAnyHour(node, "pgp-keys");
    var made = tenancy.create("/pgp-keys", "{}");
    assertThat(made.get("publicKey").asText()).contains("BEGIN PGP PUBLIC KEY BLOCK");
    var brought = tenancy.create("/pgp-keys", text("privateKey", GINA.secret().armored()));
    assertThat(brought.get("fingerprint").asText()).isEqualTo(GINA.certificate().fingerprint());
    assertThat(brought.get("userId").asText()).isEqualTo("Gina <gina@example.org>");
    var all = tenancy.send("GET", "/pgp-keys", null);
    assertThat(all.body()).doesNotContain("PRIVATE").doesNotContain("secret");
    var keys = tenancy.get("/pgp-keys").get("items");
    assertThat(keys.findValuesAsText("current")).containsExactly("true", "false");
    assertThat(keys.get(0).get("id")).isEqualTo(brought.get("id"));
    var again = tenancy.send("POST", "/pgp-keys", text("privateKey", GINA.secret().armored()));
    assertThat(again.statusCode()).isEqualTo(409);
    var path = "/pgp-keys/" + brought.get("id").asText();
    assertThat(tenancy.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(tenancy.send("GET", path, null).statusCode()).isEqualTo(404);
    var nonsense = tenancy.send("POST", "/pgp-keys", "{\"privateKey\":\"nonsense\"}");
    assertThat(nonsense.statusCode()).as(nonsense.body()).isEqualTo(422);
    assertThat(nonsense.body()).contains("privateKey").doesNotContain("nonsense");
  }

  @Test
  void listsAreExportedToARecipient() {
    var tenancy = Tenancy.openAtAnyHour(node, "pgp-recipients");
    var list = tenancy.contactList("People", Tenancy.numbers(4010, 3));
    var recipient =
        tenancy.create(
            "/pgp-recipients",
            JsonNodeFactory.instance
                .objectNode()
                .put("name", "Gina")
                .put("publicKey", GINA.certificate().armored())
                .toString());
    var id = recipient.get("id").asText();
    assertThat(recipient.get("fingerprint").asText()).isEqualTo(GINA.certificate().fingerprint());
    var file = tenancy.send("GET", "/contact-lists/" + list + "/export?recipientId=" + id, null);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pgp-encrypted");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("list-" + list + ".csv.pgp");
    assertThat(file.body()).doesNotContain("1212232");
    var plain = tenancy.send("GET", "/contact-lists/" + list + "/export", null);
    assertThat(plain.body()).contains("+12122324010");
    refused(tenancy, list, "987654", 404);
    refused(tenancy, list, "nobody", 422);
    var others = Tenancy.openAtAnyHour(node, "pgp-strangers");
    refused(others, others.contactList("Theirs", Tenancy.numbers(4020, 1)), id, 404);
    var changed = tenancy.send("PATCH", "/pgp-recipients/" + id, "{\"name\":\"Regina\"}");
    assertThat(RunningNode.json(changed).get("name").asText()).isEqualTo("Regina");
    var wrong = tenancy.send("PATCH", "/pgp-recipients/" + id, "{\"publicKey\":\"x\"}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(tenancy.send("DELETE", "/pgp-recipients/" + id, null).statusCode()).isEqualTo(204);
    assertThat(tenancy.get("/pgp-recipients").get("items")).isEmpty();
  }

  @Test
  void suppressionListsAreExportedToARecipient() {
    var tenancy = Tenancy.openAtAnyHour(node, "pgp-suppression");
    var list = tenancy.create("/suppression-lists", "{\"name\":\"Never\",\"type\":\"DEVICE\"}");
    var path = "/suppression-lists/" + list.get("id").asText();
    tenancy.create(path + "/entries", "{\"entries\":[{\"value\":\"+12122324030\"}]}");
    var recipient =
        tenancy.create(
            "/pgp-recipients",
            JsonNodeFactory.instance
                .objectNode()
                .put("name", "Gina")
                .put("publicKey", GINA.certificate().armored())
                .toString());
    var to = path + "/export?recipientId=";
    var file = tenancy.send("GET", to + recipient.get("id").asText(), null);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pgp-encrypted");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".csv.pgp");
    assertThat(file.body()).isNotEmpty().doesNotContain("2122324030");
    var plain = tenancy.send("GET", path + "/export", null);
    assertThat(plain.body()).contains("+12122324030");
    assertThat(tenancy.send("GET", to + "987654", null).statusCode()).isEqualTo(404);
    assertThat(tenancy.send("GET", to + "nobody", null).statusCode()).isEqualTo(422);
  }

  private static void refused(Tenancy tenancy, String list, String recipient, int status) {
    var path = "/contact-lists/" + list + "/export?recipientId=" + recipient;
    assertThat(tenancy.send("GET", path, null).statusCode()).isEqualTo(status);
  }

  private static String text(String field, String value) {
    assertThat(US_ASCII.newEncoder().canEncode(value)).isTrue();
    return JsonNodeFactory.instance.objectNode().put(field, value).toString();
  }
}
