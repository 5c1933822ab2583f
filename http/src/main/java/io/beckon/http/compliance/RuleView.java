package io.beckon.http.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Json;
import io.beckon.protocol.compliance.Rules.Rule;
import io.beckon.protocol.compliance.Rules.Version;

/** A rule as the API shows it: what was written, with id and version beside it. */
final class RuleView {
  private RuleView() {}

  static ObjectNode of(Rule rule) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("id", rule.id().toString());
    view.put("version", rule.version());
    view.setAll(Json.mapper().<ObjectNode>valueToTree(rule.spec()));
    view.put("createdAt", rule.createdAt().toString());
    view.put("updatedAt", rule.updatedAt().toString());
    return view;
  }

  static ObjectNode of(Version version) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("version", version.version());
    view.setAll(Json.mapper().<ObjectNode>valueToTree(version.spec()));
    view.put("by", version.by());
    view.put("at", version.at().toString());
    return view;
  }
}
