package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRuleId;
import io.beckon.protocol.selection.SelectionRuleView;
import io.beckon.protocol.selection.SelectionRules;
import io.beckon.protocol.selection.SelectionRules.Tried;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /selection-rules}. */
public final class SelectionRuleRoutes implements FeatureRoutes {
  private static final String WHAT = "selection rule";

  private final SelectionRules rules;
  private final ContactLists lists;

  public SelectionRuleRoutes(SelectionRules rules, ContactLists lists) {
    this.rules = rules;
    this.lists = lists;
  }

  @Override
  public Set<String> resources() {
    return Set.of("selection-rules");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "selection-rules",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> Paging.pageOf(page -> rules.page(tenant, page))),
                            post(() -> create(tenant)))),
                Paths.idPrefix(SelectionRuleId::parse, id -> one(tenant, id))));
  }

  private Route one(TenantId tenant, SelectionRuleId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(
                        () ->
                            Revisions.reply(
                                StatusCodes.OK, found(tenant, id), SelectionRuleView::revision)),
                    patch(() -> change(tenant, id)),
                    delete(() -> Replies.noContent(rules.delete(tenant, id))))),
        path("test", () -> post(() -> tryOut(tenant, id))));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        SelectionRule.class,
        rule ->
            Revisions.reply(
                StatusCodes.CREATED, rules.create(tenant, rule), SelectionRuleView::revision));
  }

  private Route change(TenantId tenant, SelectionRuleId id) {
    return Revisions.ifMatch(
        revision ->
            onSuccess(
                found(tenant, id),
                now ->
                    Bodies.patch(
                        now.rule(),
                        SelectionRule.class,
                        rule ->
                            Revisions.reply(
                                StatusCodes.OK,
                                rules.change(tenant, id, rule, revision),
                                SelectionRuleView::revision))));
  }

  private Route tryOut(TenantId tenant, SelectionRuleId id) {
    return onSuccess(
        found(tenant, id),
        view -> Bodies.json(RuleTry.class, wish -> Replies.ok(tried(tenant, view.rule(), wish))));
  }

  private CompletionStage<Tried> tried(TenantId tenant, SelectionRule rule, RuleTry wish) {
    var list = wish.listId();
    return list == null
        ? CompletableFuture.completedFuture(wish.onSamples(rule))
        : lists
            .find(tenant, list)
            .thenApply(found -> Replies.orNotFound("contact list", list, found))
            .thenCompose(found -> rules.tryOn(tenant, rule, list));
  }

  private CompletionStage<SelectionRuleView> found(TenantId tenant, SelectionRuleId id) {
    return rules.find(tenant, id).thenApply(rule -> Replies.orNotFound(WHAT, id, rule));
  }
}
