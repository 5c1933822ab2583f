package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds what is served against the schemas of openapi.yaml: field by field, nothing more or less.
 */
final class Contract {
  private static final JsonNode TEXT = text();

  private Contract() {}

  private static JsonNode text() {
    try (var in = Contract.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void holds(String verb, String path, int status, JsonNode answer) {
    var operation =
        Operation.all().stream()
            .filter(o -> o.verb().equals(verb) && matches(o.path(), path.replaceAll("\\?.*", "")))
            .findFirst();
    assertThat(operation).as(verb + " " + path).isPresent();
    var json = operation.get().text().get("responses").path("" + status).at("/content");
    check(verb + " " + path, List.of(json.path("application/json").path("schema")), answer);
  }

  private static boolean matches(String pattern, String path) {
    return path.matches(pattern.replaceAll("\\{[^}]*}", "[^/]+"));
  }

  /**
   * @param schemas all of which hold
   */
  private static void check(String where, List<JsonNode> schemas, JsonNode value) {
    var parts = schemas.stream().flatMap(Contract::parts).toList();
    if (value.isObject()) {
      checkFields(where, parts, value);
    } else if (value.isArray()) {
      var items = parts.stream().map(part -> part.path("items")).toList();
      value.forEach(item -> check(where + "[]", items, item));
    } else if (value.isTextual()) {
      parts.stream()
          .filter(part -> part.has("enum"))
          .forEach(part -> assertThat(part.get("enum")).as(where).contains(value));
    } else if (value.isNull() && !parts.isEmpty()) {
      assertThat(parts).as(where + " is null").anyMatch(p -> p.path("nullable").asBoolean());
    }
  }

  private static void checkFields(String where, List<JsonNode> parts, JsonNode value) {
    for (var part : parts) {
      part.path("required").forEach(f -> assertThat(value.has(f.asText())).as(where + f).isTrue());
    }
    if (parts.stream().noneMatch(p -> p.has("properties"))
        || parts.stream().anyMatch(p -> p.has("additionalProperties"))) {
      return;
    }
    for (var field : value.properties()) {
      var name = field.getKey();
      var known = parts.stream().map(p -> p.at("/properties/" + name)).filter(Contract::isThere);
      var schemas = known.toList();
      assertThat(schemas).as(where + " has " + name).isNotEmpty();
      check(where + "." + name, schemas, field.getValue());
    }
  }

  private static boolean isThere(JsonNode node) {
    return !node.isMissingNode();
  }

  /** A schema with what it refers to, and everything it is made of. */
  private static Stream<JsonNode> parts(JsonNode schema) {
    if (schema.isEmpty()) {
      return Stream.empty();
    }
    if (schema.has("$ref")) {
      return parts(TEXT.at(schema.get("$ref").asText().substring(1)));
    }
    var all = schema.path("allOf");
    var deeper = StreamSupport.stream(all.spliterator(), false).flatMap(Contract::parts);
    return Stream.concat(Stream.of(schema), deeper);
  }
}
