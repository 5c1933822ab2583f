package io.beckon.http.campaign;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.campaign.CampaignTemplate;
import io.beckon.protocol.campaign.CampaignTemplateId;
import io.beckon.protocol.campaign.CampaignTemplateView;
import io.beckon.protocol.campaign.CampaignTemplates;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /campaign-templates}. */
public final class CampaignTemplateRoutes implements FeatureRoutes {
  private final CampaignTemplates templates;

  /** Body of {@code /clone}. */
  record CloneBody(String name) {}

  public CampaignTemplateRoutes(CampaignTemplates templates) {
    this.templates = templates;
  }

  @Override
  public Set<String> resources() {
    return Set.of("campaign-templates");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "campaign-templates",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> Paging.pageOf(page -> templates.page(tenant, page))),
                            post(() -> create(tenant)))),
                Paths.idPrefix(CampaignTemplateId::parse, id -> one(tenant, id))));
  }

  private Route one(TenantId tenant, CampaignTemplateId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> reply(StatusCodes.OK, found(tenant, id))),
                    patch(() -> change(tenant, id)),
                    delete(() -> Replies.noContent(templates.delete(tenant, id))))),
        path("clone", () -> post(() -> cloned(tenant, id))));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        CampaignTemplate.class,
        template -> reply(StatusCodes.CREATED, templates.create(tenant, template)));
  }

  private Route change(TenantId tenant, CampaignTemplateId id) {
    return Revisions.ifMatch(
        revision ->
            onSuccess(
                found(tenant, id),
                now ->
                    Bodies.patch(
                        now.template(),
                        CampaignTemplate.class,
                        template ->
                            reply(
                                StatusCodes.OK,
                                templates.change(tenant, id, template, revision)))));
  }

  private Route cloned(TenantId tenant, CampaignTemplateId id) {
    return Bodies.json(
        CloneBody.class,
        body ->
            reply(
                StatusCodes.CREATED,
                found(tenant, id)
                    .thenCompose(
                        now -> templates.create(tenant, now.template().named(body.name())))));
  }

  private static Route reply(StatusCode status, CompletionStage<CampaignTemplateView> view) {
    return Revisions.reply(status, view, CampaignTemplateView::revision);
  }

  private CompletionStage<CampaignTemplateView> found(TenantId tenant, CampaignTemplateId id) {
    return templates
        .find(tenant, id)
        .thenApply(found -> Replies.orNotFound("campaign template", id, found));
  }
}
