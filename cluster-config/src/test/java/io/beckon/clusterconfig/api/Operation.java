package io.beckon.clusterconfig.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** One method of one path of the contract. */
record Operation(String method, String path, JsonNode text) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  static List<Operation> all() {
    try (var in = Operation.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper()
          .readTree(in).get("paths").properties().stream()
              .flatMap(
                  path ->
                      path.getValue().properties().stream()
                          .filter(o -> METHODS.contains(o.getKey()))
                          .map(o -> new Operation(o.getKey(), path.getKey(), o.getValue())))
              .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Operation> signedIn() {
    return all().stream().filter(o -> !o.open());
  }

  /** Answered to anybody. */
  boolean open() {
    return text.has("security") && text.get("security").isEmpty();
  }

  /** Meant for an external OCS: it says 409 to whatever it cannot read. */
  boolean ocs() {
    return path.startsWith("/ocs/");
  }

  boolean forAgents() {
    return path.equals("/auth/me") || text.path("x-roles").toString().contains("AGENT");
  }

  /** Of the installation, not of a tenant: to whoever runs no installation it says 403. */
  boolean operators() {
    return path.startsWith("/tenants") || path.startsWith("/reference-data");
  }

  boolean takesJson() {
    return text.at("/requestBody/content").has("application/json");
  }

  boolean hasId() {
    return path.contains("{");
  }

  /** The path with an id nobody has. */
  String filled() {
    return path.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000") + query();
  }

  String filledWithANumber() {
    return path.replaceAll("\\{[^}]*}", "999999999") + query();
  }

  /** With the parameters that may not be missing. */
  private String query() {
    var query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (var parameter : text.path("parameters")) {
      if (parameter.path("required").asBoolean() && parameter.path("in").asText().equals("query")) {
        query.add(parameter.get("name").asText() + "=%2B12125550100");
      }
    }
    return query.toString();
  }

  String verb() {
    return method.toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return verb() + " " + path;
  }
}
