package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.entity;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.Directives.withoutRequestTimeout;
import static akka.http.javadsl.server.Directives.withoutSizeLimit;

import akka.http.javadsl.server.Route;
import akka.http.javadsl.unmarshalling.Unmarshaller;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.FileLooks;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.KeptUpload;
import io.beckon.protocol.list.KeptUploads;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.Mappings;
import io.beckon.protocol.list.Preview;
import io.beckon.protocol.list.PreviewId;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.tenant.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/{id}/previews} of either kind of list takes a file and says how it would be loaded;
 * {@code /previews/{id}} says it again for other options.
 */
public final class PreviewRoutes implements FeatureRoutes {
  private final ContactLists lists;
  private final Staging staging;
  private final KeptUploads uploads;
  private final FileLooks looks;
  private final MappingChoice mappings;

  public PreviewRoutes(
      ContactLists lists,
      Staging staging,
      KeptUploads uploads,
      FileLooks looks,
      Mappings mappings) {
    this.lists = lists;
    this.staging = staging;
    this.uploads = uploads;
    this.looks = looks;
    this.mappings = new MappingChoice(mappings);
  }

  record Again(@Nullable ImportOptions options) {}

  @Override
  public Set<String> resources() {
    return Set.of("previews");
  }

  /** A look changes nothing. */
  @Override
  public boolean audited() {
    return false;
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "previews",
        () ->
            Paths.id(
                PreviewId::parse,
                id ->
                    post(
                        () ->
                            onSuccess(
                                uploads.find(who.tenant(), id),
                                found -> again(Replies.orNotFound("preview", id, found))))));
  }

  private Route again(KeptUpload upload) {
    return Bodies.json(
        Again.class,
        body ->
            Replies.ok(
                look(upload, body.options() == null ? ImportOptions.USUAL : body.options())));
  }

  /** Everything at the end of the path; 404 for a list that is not the tenant's. */
  public Route previews(ListRef list, String what) {
    return onSuccess(
        lists.country(list),
        country -> {
          Replies.orNotFound(what, list.listId(), country);
          return post(() -> withoutSizeLimit(() -> withoutRequestTimeout(() -> upload(list))));
        });
  }

  private Route upload(ListRef list) {
    return extractMaterializer(
        materializer ->
            entity(
                Unmarshaller.entityToMultipartFormData(),
                form ->
                    Replies.created(
                        Upload.receive(form, staging, list.tenant(), materializer)
                            .thenCompose(upload -> kept(list, upload)))));
  }

  private CompletionStage<Preview> kept(ListRef list, Upload upload) {
    return uploads
        .keep(
            list, Objects.requireNonNull(upload.fileName()), Objects.requireNonNull(upload.file()))
        .thenCompose(kept -> look(kept, upload.options()));
  }

  private CompletionStage<Preview> look(KeptUpload upload, ImportOptions options) {
    var list = upload.list();
    return mappings
        .chosen(list.tenant(), list.kind(), options)
        .thenCombine(
            lists.country(list),
            (chosen, country) ->
                chosen.inCountry(Replies.orNotFound("list", list.listId(), country)))
        .thenCompose(chosen -> looks.look(upload, chosen));
  }
}
