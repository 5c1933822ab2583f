package io.beckon.actors.compliance;

import io.beckon.actors.compliance.Inquiry.Knowledge;
import io.beckon.protocol.compliance.Booking;
import io.beckon.protocol.compliance.CampaignTerms;
import io.beckon.protocol.compliance.CheckRequest;
import io.beckon.protocol.compliance.ComplianceCommand.Authorise;
import io.beckon.protocol.compliance.ComplianceCommand.Explain;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.compliance.Explanation;
import io.beckon.protocol.compliance.ReservationStore.Mode;
import io.beckon.protocol.compliance.ReservationStore.Observation;
import io.beckon.protocol.compliance.ReservationStore.Question;
import io.beckon.protocol.compliance.ReservationStore.Trouble;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.Verdict;
import io.beckon.protocol.compliance.Verdicts;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers one batch: what the rules say by themselves, then one question a request to the store,
 * then what the rules say of its answers. Has no state and never fails: trouble is a denial.
 */
final class Authoriser {
  private final PoolParts parts;
  private final DecisionKeeper keeper;
  private final Plans plans = new Plans();

  Authoriser(PoolParts parts) {
    this.parts = parts;
    this.keeper = new DecisionKeeper(parts);
  }

  CompletionStage<Verdicts> authorise(Authorise command) {
    return rules(command.tenant())
        .thenComposeAsync(rules -> round(command, rules, true), parts.executor())
        .exceptionally(failure -> unknown(command));
  }

  private Verdicts unknown(Authorise command) {
    Verdicts denied = allDenied(command, Troubles.RULES_UNKNOWN);
    for (int i = 0; i < command.requests().size(); i++) {
      keeper.doubt(command, command.requests().get(i), denied.verdicts().get(i));
    }
    return denied;
  }

  private CompletionStage<Verdicts> round(Authorise command, RuleSet rules, boolean again) {
    List<Inquiry> inquiries = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    Plan plan = plans.of(command.terms(), rules);
    for (CheckRequest request : command.requests()) {
      Inquiry inquiry = Inquiry.of(request, plan, command.now(), !command.external());
      boolean deniedAnyway = Checks.denies(Checks.findings(inquiry, new Knowledge.BeforeStore()));
      inquiries.add(inquiry);
      questions.add(
          question(
              booking(command, request),
              rules,
              inquiry,
              deniedAnyway ? new Mode.LookNow(command.now()) : new Mode.Book(command.now())));
    }
    return parts
        .store()
        .ask(questions)
        .thenComposeAsync(
            seen -> {
              long newest = newestRules(seen);
              return again && newest > rules.version()
                  ? parts
                      .rules()
                      .atLeast(command.tenant(), newest)
                      .thenCompose(newer -> round(command, newer, false))
                  : conclude(command, rules, inquiries, seen);
            },
            parts.executor());
  }

  private CompletionStage<Verdicts> conclude(
      Authorise command, RuleSet rules, List<Inquiry> inquiries, List<Observation> seen) {
    List<DecisionKeeper.Reached> reached = new ArrayList<>();
    for (int i = 0; i < inquiries.size(); i++) {
      Inquiry inquiry = inquiries.get(i);
      Verdict verdict = verdict(inquiry, seen.get(i), command.now());
      boolean booked = !(seen.get(i) instanceof Observation.Seen s) || s.booked();
      reached.add(
          new DecisionKeeper.Reached(
              inquiry, booking(command, inquiry.request()), verdict, booked));
    }
    return keeper.keep(rules.version(), reached);
  }

  private static Verdict verdict(Inquiry inquiry, Observation observation, Instant now) {
    DecisionId id = DecisionId.create();
    var attempt = inquiry.request().attempt();
    if (observation instanceof Observation.Unknown unknown) {
      return new Verdict(attempt, id, now, Troubles.of(unknown.trouble()));
    }
    var seen = (Observation.Seen) observation;
    var known = new Knowledge.AfterStore(seen);
    Inquiry then = inquiry.at(seen.at());
    Denial denial = Checks.answer(then, Checks.findings(then, known)).orElse(null);
    return new Verdict(
        attempt, id, seen.at(), denial == null && !seen.booked() ? Troubles.CHANGED : denial);
  }

  CompletionStage<Explanation> explain(Explain command) {
    return rules(command.tenant())
        .thenComposeAsync(rules -> explain(command, rules, true), parts.executor())
        .exceptionally(failure -> unexplained(command, Troubles.RULES_UNKNOWN));
  }

  private CompletionStage<Explanation> explain(Explain command, RuleSet rules, boolean again) {
    Plan plan = plans.of(command.terms(), rules);
    Inquiry inquiry = Inquiry.of(command.request(), plan, command.at(), false);
    Booking booking = booking(command.tenant(), command.terms(), command.request(), false);
    Question question = question(booking, rules, inquiry, new Mode.Look(command.at()));
    return parts
        .store()
        .ask(List.of(question))
        .thenComposeAsync(
            seen -> {
              long newest = newestRules(seen);
              return again && newest > rules.version()
                  ? parts
                      .rules()
                      .atLeast(command.tenant(), newest)
                      .thenCompose(newer -> explain(command, newer, false))
                  : CompletableFuture.completedFuture(explanation(command, inquiry, seen.get(0)));
            },
            parts.executor());
  }

  private static Explanation explanation(
      Explain command, Inquiry inquiry, Observation observation) {
    if (observation instanceof Observation.Unknown unknown) {
      return unexplained(command, Troubles.of(unknown.trouble()));
    }
    var known = new Knowledge.AfterStore((Observation.Seen) observation);
    List<Finding> findings = Checks.findings(inquiry, known);
    return new Explanation(
        verdict(command, Checks.answer(inquiry, findings).orElse(null)),
        findings.stream().map(Finding::step).toList());
  }

  private static Explanation unexplained(Explain command, Denial denial) {
    var step = new Explanation.Step(denial.rule(), denial.reason(), Explanation.Outcome.DENIED);
    return new Explanation(verdict(command, denial), List.of(step));
  }

  private static Verdict verdict(Explain command, @Nullable Denial denial) {
    return new Verdict(command.request().attempt(), DecisionId.create(), command.at(), denial);
  }

  static Verdicts allDenied(Authorise command, Denial denial) {
    return new Verdicts(
        command.requests().stream()
            .map(r -> new Verdict(r.attempt(), DecisionId.create(), command.now(), denial))
            .toList());
  }

  private CompletionStage<RuleSet> rules(TenantId tenant) {
    try {
      return parts.rules().current(tenant);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Question question(Booking booking, RuleSet rules, Inquiry inquiry, Mode mode) {
    return new Question(
        booking, rules.version(), mode, inquiry.lists(), inquiry.attemptRules(), inquiry.zones());
  }

  private static Booking booking(Authorise command, CheckRequest request) {
    return booking(command.tenant(), command.terms(), request, command.external());
  }

  private static Booking booking(
      TenantId tenant, CampaignTerms terms, CheckRequest request, boolean external) {
    return new Booking(
        tenant,
        request.attempt(),
        terms.channel(),
        terms.group(),
        request.device(),
        request.clientId(),
        external);
  }

  private static long newestRules(List<Observation> seen) {
    return seen.stream()
        .filter(o -> o instanceof Observation.Unknown u && u.trouble() == Trouble.OLD_RULES)
        .mapToLong(o -> ((Observation.Unknown) o).newestRuleSet())
        .max()
        .orElse(0);
  }
}
