package io.beckon.actors.compliance;

import io.beckon.protocol.compliance.RegistryRule;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.registry.RegistriesInForce.Answer;
import java.util.List;

/** REGISTRY rules: who stands in a registry that is needed there is not contacted. */
final class RegistryCheck implements Check.Local {
  @Override
  public List<Finding> look(Inquiry inquiry) {
    return inquiry.plan().rules(RegistryRule.class).stream()
        .map(rule -> finding(rule, inquiry))
        .toList();
  }

  private static Finding finding(RegistryRule rule, Inquiry inquiry) {
    var request = inquiry.request();
    if (!request.device().isPhone()) {
      return Finding.notApplicable(rule.ref(), "registries hold phone numbers");
    }
    if (!rule.where().mayBe(request.country(), request.states())) {
      return Finding.notApplicable(rule.ref(), "is not needed there");
    }
    var registries = inquiry.plan().rules().registries();
    var answer = registries.ask(rule.registry(), request.device(), inquiry.at());
    if (answer instanceof Answer.Known known) {
      return said(rule, known);
    }
    // Who is registered is not known: the record waits until it is.
    return Finding.postponed(rule.ref(), ((Answer.Unknown) answer).reason());
  }

  private static Finding said(RegistryRule rule, Answer.Known known) {
    String which =
        "the registry "
            + known.name()
            + " (version "
            + known.version().number()
            + ", data of "
            + known.version().dataDate()
            + ")";
    return known.registered()
        ? Finding.denied(
            rule.ref(), "The device stands in " + which + ".", CallResult.DO_NOT_CALL, null)
        : Finding.allowed(rule.ref(), "does not stand in " + which);
  }
}
