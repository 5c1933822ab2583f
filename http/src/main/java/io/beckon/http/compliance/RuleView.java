package io.beckon.http.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Json;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.compliance.Rules.Rule;

/** A rule as the API shows it: what was written, with id and version beside it. */
final class RuleView {
  private RuleView() {}

  static ObjectNode of(Rule rule) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("id", rule.id().toString());
    view.put("version", rule.version());
    ObjectNode spec = Json.mapper().valueToTree(rule.spec());
    spec.remove("callResults");
    if (rule.spec().type() == RuleType.ATTEMPT) {
      spec.remove(java.util.List.of("windows", "where", "replacesDefault"));
    } else {
      spec.remove(java.util.List.of("scope", "max", "within", "countBy"));
    }
    view.setAll(spec);
    view.put("createdAt", rule.createdAt().toString());
    view.put("updatedAt", rule.updatedAt().toString());
    return view;
  }
}
