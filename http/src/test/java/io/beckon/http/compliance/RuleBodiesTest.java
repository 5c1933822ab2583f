package io.beckon.http.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.http.Json;
import io.beckon.protocol.compliance.AttemptSpec;
import io.beckon.protocol.compliance.ContactTimesSpec;
import io.beckon.protocol.compliance.LocationSpec;
import io.beckon.protocol.compliance.RuleSpec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as bodies of requests have them. */
class RuleBodiesTest {
  private static final String EVENINGS =
      """
      {"name":"Evenings","type":"CONTACT_TIMES","required":true,"priority":1,"channels":["VOICE"],
       "windows":[{"days":["MON","TUE"],"from":"09:00","till":"24:00"}],
       "where":{"country":"US","states":["FL"]}}
      """;
  private static final String ATTEMPTS =
      """
      {"name":"3 a day","type":"attempt","required":true,"priority":2,"scope":"TENANT","max":3,
       "within":"PT24H","countBy":"DEVICE","callResults":null,"where":null}
      """;
  private static final String NOT_THERE =
      """
      {"name":"Not there","type":"LOCATION","required":true,"action":"DENY",
       "places":[{"country":"us","states":["fl"],"postalCodes":["331*"]}]}
      """;

  @Test
  void theContractsExamplesAreReadAsTheirTypes() {
    assertThat(read(EVENINGS)).isInstanceOf(ContactTimesSpec.class);
    assertThat(read(ATTEMPTS)).isInstanceOf(AttemptSpec.class);
    assertThat(read(NOT_THERE)).isInstanceOf(LocationSpec.class);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (String body : new String[] {EVENINGS, ATTEMPTS, NOT_THERE}) {
      RuleSpec rule = read(body);
      String written = new String(Json.write(rule), StandardCharsets.UTF_8);

      assertThat(written).contains("\"type\":\"" + rule.type() + "\"");
      assertThat(read(written)).isEqualTo(rule);
    }
  }

  @Test
  void aPatchChangesWhatItNames() {
    var patch = Json.mapper().createObjectNode().put("max", 5);

    var patched = Json.patched(read(ATTEMPTS), patch, RuleSpec.class);

    assertThat(((AttemptSpec) patched).max()).isEqualTo(5);
    assertThat(patched.name()).isEqualTo("3 a day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\"} | type is one of",
        "{\"name\":\"x\",\"type\":\"SUPPRESSION\"} | type is one of",
        "[] | type is a field of a rule",
        "{\"name\":\"x\",\"type\":\"ATTEMPT\",\"max\":1001,\"within\":\"PT1H\"} | max of an ATTEMPT",
        "{\"name\":\"x\",\"type\":\"CONTACT_TIMES\"} | windows must hold at least one",
        "{\"name\":\"x\",\"type\":\"LOCATION\",\"action\":\"DENY\"} | places are 1 to 1000",
      })
  void whatIsNoRuleIsRefusedInASentence(String body, String sentence) {
    assertThatThrownBy(() -> read(body)).hasStackTraceContaining(sentence);
  }

  private static RuleSpec read(String body) {
    return Json.read(body.getBytes(StandardCharsets.UTF_8), RuleSpec.class);
  }
}
