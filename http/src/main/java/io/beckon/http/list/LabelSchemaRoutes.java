package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterOptional;
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
import io.beckon.protocol.list.LabelSchema;
import io.beckon.protocol.list.LabelSchemaId;
import io.beckon.protocol.list.LabelSchemaView;
import io.beckon.protocol.list.LabelSchemas;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /label-schemas}: what the fields of contact lists are called. */
public final class LabelSchemaRoutes implements FeatureRoutes {
  private final LabelSchemas schemas;

  public LabelSchemaRoutes(LabelSchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public Set<String> resources() {
    return Set.of("label-schemas");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "label-schemas",
        () ->
            concat(
                Paths.end(() -> concat(get(() -> page(tenant)), post(() -> create(tenant)))),
                Paths.id(LabelSchemaId::parse, id -> one(tenant, id))));
  }

  private Route page(TenantId tenant) {
    return parameterOptional(
        "name", name -> Paging.pageOf(page -> schemas.page(tenant, name.orElse(null), page)));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        LabelSchema.class,
        schema ->
            Revisions.reply(
                StatusCodes.CREATED, schemas.create(tenant, schema), LabelSchemaView::revision));
  }

  private Route one(TenantId tenant, LabelSchemaId id) {
    return concat(
        get(() -> Revisions.reply(StatusCodes.OK, found(tenant, id), LabelSchemaView::revision)),
        patch(() -> Revisions.ifMatch(revision -> change(tenant, id, revision))),
        delete(() -> Replies.noContent(schemas.delete(tenant, id))));
  }

  private Route change(TenantId tenant, LabelSchemaId id, OptionalLong revision) {
    return onSuccess(
        found(tenant, id),
        now ->
            Bodies.patch(
                now.schema(),
                LabelSchema.class,
                schema ->
                    Revisions.reply(
                        StatusCodes.OK,
                        schemas.change(tenant, id, schema, revision),
                        LabelSchemaView::revision)));
  }

  private CompletionStage<LabelSchemaView> found(TenantId tenant, LabelSchemaId id) {
    return schemas.find(tenant, id).thenApply(s -> Replies.orNotFound("label schema", id, s));
  }
}
