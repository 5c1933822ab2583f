package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequestEntity;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.optionalHeaderValueByName;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.MappingId;
import io.beckon.protocol.list.MappingView;
import io.beckon.protocol.list.Mappings;
import io.beckon.protocol.list.SpcWriter;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /mappings}: data mappings, also as specification files ({@code .spc}). */
public final class MappingRoutes implements FeatureRoutes {
  private static final String WHAT = "mapping";

  private final Mappings mappings;

  public MappingRoutes(Mappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public Set<String> resources() {
    return Set.of("mappings");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "mappings",
        () ->
            concat(
                Paths.end(() -> concat(get(() -> page(tenant)), post(() -> create(tenant)))),
                Paths.idPrefix(MappingId::parse, id -> one(tenant, id))));
  }

  private Route page(TenantId tenant) {
    return parameterOptional(
        "kind",
        kind ->
            parameterOptional(
                "name",
                name ->
                    Paging.pageOf(
                        page ->
                            mappings.page(
                                tenant, ImportRoutes.kind(kind), name.orElse(null), page))));
  }

  private Route create(TenantId tenant) {
    return extractRequestEntity(
        entity ->
            SpecificationBody.isOne(entity.getContentType())
                ? extractMaterializer(
                    materializer ->
                        created(
                            SpecificationBody.read(entity, materializer)
                                .thenCompose(mapping -> mappings.create(tenant, mapping))))
                : Bodies.json(
                    DataMapping.class, mapping -> created(mappings.create(tenant, mapping))));
  }

  private static Route created(CompletionStage<MappingView> created) {
    return Revisions.reply(StatusCodes.CREATED, created, MappingView::revision);
  }

  private Route one(TenantId tenant, MappingId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> shown(tenant, id)),
                    patch(() -> Revisions.ifMatch(revision -> change(tenant, id, revision))),
                    delete(() -> Replies.noContent(mappings.delete(tenant, id))))),
        path("spc", () -> get(() -> specification(tenant, id))));
  }

  private Route shown(TenantId tenant, MappingId id) {
    return optionalHeaderValueByName(
        "Accept",
        accept ->
            accept.orElse("").strip().startsWith("text/plain")
                ? specification(tenant, id)
                : Revisions.reply(StatusCodes.OK, found(tenant, id), MappingView::revision));
  }

  private Route specification(TenantId tenant, MappingId id) {
    return onSuccess(
        found(tenant, id),
        view ->
            complete(
                HttpResponse.create()
                    .withEntity(
                        HttpEntities.create(
                            ContentTypes.TEXT_PLAIN_UTF8, SpcWriter.write(view.mapping())))));
  }

  private Route change(TenantId tenant, MappingId id, java.util.OptionalLong revision) {
    return onSuccess(
        found(tenant, id),
        now ->
            Bodies.patch(
                now.mapping(),
                DataMapping.class,
                mapping ->
                    Revisions.reply(
                        StatusCodes.OK,
                        mappings.change(tenant, id, mapping, revision),
                        MappingView::revision)));
  }

  private CompletionStage<MappingView> found(TenantId tenant, MappingId id) {
    return mappings.find(tenant, id).thenApply(m -> Replies.orNotFound(WHAT, id, m));
  }
}
