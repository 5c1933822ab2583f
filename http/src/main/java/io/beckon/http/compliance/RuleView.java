package io.beckon.http.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Json;
import io.beckon.protocol.compliance.Rules.Rule;

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
}
