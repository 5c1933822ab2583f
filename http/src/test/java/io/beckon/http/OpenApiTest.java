package io.beckon.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode CONTRACT = contract();

  private static JsonNode contract() {
    try (var in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyOperationSaysWhatItAnswersAndHowItFails() {
    return CONTRACT.get("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(o -> METHODS.contains(o.getKey()))
                    .map(
                        o ->
                            DynamicTest.dynamicTest(
                                o.getKey() + " " + path.getKey(),
                                () -> check(path.getValue(), o))));
  }

  private static void check(JsonNode path, Map.Entry<String, JsonNode> operation) {
    var it = operation.getValue();
    assertThat(it.path("summary").asText()).as("summary").isNotBlank();
    var good =
        it.get("responses").properties().stream().filter(r -> r.getKey().startsWith("2")).toList();
    assertThat(good).as("a good answer").isNotEmpty();
    for (var answer : good) {
      if (!answer.getKey().equals("204")) {
        assertThat(answer.getValue().path("content").findValue("schema")).as("schema").isNotNull();
      }
    }
    if (path.has("parameters") || it.has("requestBody")) {
      assertThat(it.get("responses").properties()).as("a problem").hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @TestFactory
  List<DynamicTest> everyReferenceLeadsSomewhere() {
    return CONTRACT.findValuesAsText("$ref").stream()
        .distinct()
        .map(
            ref ->
                DynamicTest.dynamicTest(
                    ref, () -> assertThat(CONTRACT.at(ref.substring(1)).isMissingNode()).isFalse()))
        .toList();
  }
}
