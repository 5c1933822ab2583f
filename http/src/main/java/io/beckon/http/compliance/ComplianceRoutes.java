package io.beckon.http.compliance;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterMap;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.Directives.put;

import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.Page;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.compliance.Decisions;
import io.beckon.protocol.compliance.RuleId;
import io.beckon.protocol.compliance.RuleSpec;
import io.beckon.protocol.compliance.Rules;
import io.beckon.protocol.compliance.Rules.Rule;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.tenant.Principal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /compliance}: rules, what they say of somebody, and what they have said. */
public final class ComplianceRoutes implements FeatureRoutes {
  private final Rules rules;
  private final Decisions decisions;
  private final CheckDesk desk;
  private final EvidenceRoutes evidence;

  public ComplianceRoutes(
      Rules rules, Decisions decisions, CheckDesk desk, EvidenceRoutes evidence) {
    this.rules = rules;
    this.decisions = decisions;
    this.desk = desk;
    this.evidence = evidence;
  }

  @Override
  public Set<String> resources() {
    return Set.of("compliance");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "compliance",
        () ->
            concat(
                pathPrefix("rules", () -> rules(who)),
                pathPrefix("evidence", () -> evidence.routes(who.tenant())),
                path("check", () -> post(() -> check(who))),
                path("decisions", () -> get(() -> decisions(who)))));
  }

  private Route rules(Principal who) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(
                        () ->
                            Paging.pageOf(
                                p ->
                                    rules
                                        .page(who.tenant(), p)
                                        .thenApply(
                                            page ->
                                                new Page<>(
                                                    page.items().stream()
                                                        .map(RuleView::of)
                                                        .toList(),
                                                    page.next())))),
                    post(
                        () ->
                            Bodies.json(
                                RuleSpec.class,
                                spec -> reply(StatusCodes.CREATED, rules.create(who, spec)))))),
        Paths.id(RuleId::parse, id -> rule(who, id)),
        Paths.idPrefix(RuleId::parse, id -> path("versions", () -> get(() -> versions(who, id)))));
  }

  private Route versions(Principal who, RuleId id) {
    return Paging.pageOf(
        p ->
            rules
                .versions(who.tenant(), id, p)
                .thenApply(
                    page ->
                        new Page<>(page.items().stream().map(RuleView::of).toList(), page.next())));
  }

  private Route rule(Principal who, RuleId id) {
    return concat(
        get(
            () ->
                reply(
                    StatusCodes.OK,
                    rules
                        .find(who.tenant(), id)
                        .thenApply(rule -> Replies.orNotFound("compliance rule", id, rule)))),
        put(() -> Bodies.json(RuleSpec.class, spec -> change(who, id, spec))),
        patch(
            () ->
                onSuccess(
                    rules.find(who.tenant(), id),
                    found ->
                        Bodies.patch(
                            Replies.orNotFound("compliance rule", id, found).spec(),
                            RuleSpec.class,
                            spec -> change(who, id, spec)))),
        delete(() -> Replies.noContent(rules.delete(who, id))));
  }

  private Route change(Principal who, RuleId id, RuleSpec spec) {
    return Revisions.ifMatch(
        version -> reply(StatusCodes.OK, rules.change(who, id, spec, version)));
  }

  private static Route reply(StatusCode status, CompletionStage<Rule> rule) {
    return Revisions.reply(
        status, rule.thenApply(RuleView::of), view -> view.get("version").asLong());
  }

  private Route check(Principal who) {
    return Bodies.json(
        CheckDesk.Wanted.class, wanted -> Replies.ok(desk.check(who.tenant(), wanted)));
  }

  private Route decisions(Principal who) {
    return parameterMap(
        parameters -> Paging.pageOf(page -> decisions.page(who.tenant(), query(parameters), page)));
  }

  private static Decisions.Query query(Map<String, String> parameters) {
    return new Decisions.Query(
        read(parameters, "id", DecisionId::parse),
        read(parameters, "attemptId", AttemptId::parse),
        read(parameters, "device", ComplianceRoutes::device),
        read(parameters, "groupId", GroupId::parse));
  }

  /** A plus sign that was not escaped arrives as a space. */
  private static Device device(String text) {
    return new Device(text.startsWith(" ") ? "+" + text.substring(1) : text);
  }

  private static <T> @Nullable T read(
      Map<String, String> parameters, String name, Function<String, T> parse) {
    String text = parameters.get(name);
    try {
      return text == null || text.isEmpty() ? null : parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidField(name, "cannot be read, was " + text);
    }
  }
}
