package io.beckon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beckon.protocol.campaign.GroupSettings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which field a refusal names. */
class JsonFailuresTest {
  @Test
  void aFieldInsideAListIsNamedByItsPlace() {
    var treatment =
        "{\"callResults\":[\"BUSY\"],\"action\":\"RETRY_IN\",\"interval\":\"PT1S\",\"count\":900}";
    assertThat(fieldOf("\"lists\":[{\"id\":\"1\"}],\"treatments\":[" + treatment + "]"))
        .isEqualTo("treatments[0].count");
    assertThat(fieldOf("\"treatments\":[],\"lists\":[{\"id\":\"1\"},{\"id\":\"2\",\"weight\":0}]"))
        .isEqualTo("lists[1].weight");
  }

  @Test
  void aFieldInsideAnObjectIsNamedOnce() {
    assertThat(fieldOf("\"pacing\":{\"multiplier\":9}")).isEqualTo("pacing.multiplier");
  }

  @Test
  void aFieldOfTheBodyIsNamedAsItIs() {
    assertThat(fieldOf("\"lists\":[]")).isEqualTo("lists");
  }

  private static String fieldOf(String wrong) {
    var body = ("{\"name\":\"Spring\"," + wrong + "}").getBytes(StandardCharsets.UTF_8);
    var refused =
        catchThrowableOfType(
            InvalidRequestException.class, () -> Json.read(body, GroupSettings.class));
    return refused.errors().get(0).field();
  }
}
