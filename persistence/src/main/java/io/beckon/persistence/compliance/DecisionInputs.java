package io.beckon.persistence.compliance;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.compliance.Decisions.Decision;
import io.beckon.protocol.compliance.Denial;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes evidence of a decision: what was decided, and what it was decided by. */
final class DecisionInputs {
  private DecisionInputs() {}

  static EvidenceLine line(Decision decision, DeviceHmac hmac) {
    var verdict = decision.verdict();
    var group = decision.terms().group();
    Denial denial = verdict.denial();
    return new EvidenceLine(
        verdict.decision().value(),
        verdict.at(),
        verdict.attempt().value(),
        group == null ? null : group.value(),
        decision.terms().channel().name(),
        hex(hmac.of(decision.request().device())),
        denial == null,
        denial != null && denial.uncertain(),
        1,
        null,
        decision.ruleSet(),
        denial == null ? null : DecisionRows.rule(denial),
        JsonColumn.write(inputs(decision, hmac)));
  }

  /** The group's terms too: they may be others tomorrow. */
  private static Map<String, @Nullable Object> inputs(Decision decision, DeviceHmac hmac) {
    var request = decision.request();
    var terms = decision.terms();
    String clientId = request.clientId();
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    inputs.put("clientHmac", clientId == null ? null : hex(hmac.ofClient(clientId)));
    inputs.put("deviceZones", request.deviceZones().toString());
    inputs.put("contactZones", request.contactZones().toString());
    inputs.put("country", request.country());
    inputs.put("states", new TreeSet<>(request.states()));
    inputs.put("attemptsMade", request.attemptsMade());
    inputs.put("callerId", request.callerId());
    inputs.put("fieldHmacs", fields(request.fields(), hmac));
    inputs.put("external", decision.external());
    inputs.put("rules", terms.ruleIds());
    inputs.put("suppressionLists", terms.suppressionLists());
    inputs.put("callingWindow", terms.callingWindow());
    inputs.put("ring", terms.ring());
    inputs.put("maxAttemptsPerRecord", terms.maxAttemptsPerRecord());
    return inputs;
  }

  /** What stands in them is the person's. */
  private static Map<String, String> fields(Map<String, String> fields, DeviceHmac hmac) {
    Map<String, String> result = new TreeMap<>();
    fields.forEach((name, value) -> result.put(name, hex(hmac.ofField(name, value))));
    return result;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
