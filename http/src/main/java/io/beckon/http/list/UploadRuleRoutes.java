package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.patch;
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
import io.beckon.protocol.list.UploadRule;
import io.beckon.protocol.list.UploadRuleId;
import io.beckon.protocol.list.UploadRuleView;
import io.beckon.protocol.list.UploadRules;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /upload-rules}. */
public final class UploadRuleRoutes implements FeatureRoutes {
  private static final String WHAT = "upload rule";

  private final UploadRules rules;

  public UploadRuleRoutes(UploadRules rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> resources() {
    return Set.of("upload-rules");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "upload-rules",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> Paging.pageOf(page -> rules.page(tenant, page))),
                            post(() -> create(tenant)))),
                Paths.idPrefix(UploadRuleId::parse, id -> one(tenant, id))));
  }

  private Route one(TenantId tenant, UploadRuleId id) {
    return Paths.end(
        () ->
            concat(
                get(
                    () ->
                        Revisions.reply(
                            StatusCodes.OK, found(tenant, id), UploadRuleView::revision)),
                patch(() -> change(tenant, id)),
                delete(() -> Replies.noContent(rules.delete(tenant, id)))));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        UploadRule.class,
        rule ->
            Revisions.reply(
                StatusCodes.CREATED, rules.create(tenant, rule), UploadRuleView::revision));
  }

  private Route change(TenantId tenant, UploadRuleId id) {
    return Revisions.ifMatch(
        revision ->
            onSuccess(
                found(tenant, id),
                now ->
                    Bodies.patch(
                        now.rule(),
                        UploadRule.class,
                        rule ->
                            Revisions.reply(
                                StatusCodes.OK,
                                rules.change(tenant, id, rule, revision),
                                UploadRuleView::revision))));
  }

  private CompletionStage<UploadRuleView> found(TenantId tenant, UploadRuleId id) {
    return rules.find(tenant, id).thenApply(rule -> Replies.orNotFound(WHAT, id, rule));
  }
}
