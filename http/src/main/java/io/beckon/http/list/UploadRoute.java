package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.entity;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequestEntity;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.optionalHeaderValueByName;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.Directives.withoutRequestTimeout;
import static akka.http.javadsl.server.Directives.withoutSizeLimit;

import akka.http.javadsl.model.Multipart;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.unmarshalling.Unmarshaller;
import akka.stream.Materializer;
import io.beckon.http.Bodies;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Paging;
import io.beckon.http.Replies;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.KeptUploads;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.Mappings;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.PreviewId;
import io.beckon.protocol.list.Staging;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code …/{id}/imports} of contact and suppression lists: files come in here. */
public final class UploadRoute {
  /** The answer to an upload. */
  record Accepted(ImportId importId) {}

  private final ContactLists lists;
  private final Imports imports;
  private final ImportDesk desk;
  private final Staging staging;
  private final MappingChoice mappings;
  private final KeptUploads uploads;

  public UploadRoute(
      ContactLists lists,
      Imports imports,
      ImportDesk desk,
      Staging staging,
      Mappings mappings,
      KeptUploads uploads) {
    this.lists = lists;
    this.imports = imports;
    this.desk = desk;
    this.staging = staging;
    this.mappings = new MappingChoice(mappings);
    this.uploads = uploads;
  }

  /**
   * Everything at the end of the path; 404 for a list that is not the tenant's.
   *
   * @param what as the refusal names it, such as {@code contact list}
   */
  public Route imports(ListRef list, String what) {
    return onSuccess(
        lists.country(list),
        country -> {
          var usual = Replies.orNotFound(what, list.listId(), country);
          return concat(
              get(
                  () ->
                      Paging.pageOf(
                          page -> imports.page(list.tenant(), list.kind(), list.listId(), page))),
              post(() -> upload(list, usual)));
        });
  }

  private Route upload(ListRef list, String country) {
    return withoutSizeLimit(
        () ->
            withoutRequestTimeout(
                () ->
                    extractMaterializer(
                        materializer ->
                            optionalHeaderValueByName(
                                "Idempotency-Key",
                                key ->
                                    body(
                                        new Target(list, country, key.orElse(null)),
                                        materializer)))));
  }

  private Route body(Target target, Materializer materializer) {
    return extractRequestEntity(
        entity ->
            entity.getContentType().mediaType().subType().equals("json")
                ? Bodies.json(FromPreview.class, wish -> Replies.accepted(submit(wish, target)))
                : entity(
                    Unmarshaller.entityToMultipartFormData(),
                    form -> Replies.accepted(submit(form, target, materializer))));
  }

  /** An import of a file that was uploaded for its preview. */
  record FromPreview(PreviewId previewId, @Nullable ImportOptions options) {}

  private CompletionStage<Accepted> submit(FromPreview wish, Target target) {
    return uploads
        .find(target.list().tenant(), wish.previewId())
        .thenApply(found -> found.filter(u -> u.list().equals(target.list())))
        .thenApply(found -> found.orElseThrow(() -> unknown(wish.previewId())))
        .thenCompose(
            kept ->
                submit(
                    new Upload(
                        kept.fileName(),
                        kept.file(),
                        wish.options() == null ? ImportOptions.USUAL : wish.options()),
                    target));
  }

  private static InvalidRequestException unknown(PreviewId id) {
    return InvalidRequestException.field(
        "previewId",
        "INVALID_VALUE",
        "previewId is of no preview for this list of the last 24 hours, was " + id + ".");
  }

  private record Target(ListRef list, String country, @Nullable String key) {}

  private CompletionStage<Accepted> submit(
      Multipart.FormData form, Target target, Materializer materializer) {
    return Upload.receive(form, staging, target.list().tenant(), materializer)
        .thenCompose(upload -> submit(upload, target));
  }

  private CompletionStage<Accepted> submit(Upload upload, Target target) {
    return mappings
        .chosen(target.list().tenant(), target.list().kind(), upload.options())
        .thenCompose(options -> desk.submit(wish(target, upload, options)))
        .thenApply(Accepted::new);
  }

  private static NewImport wish(Target target, Upload upload, ImportOptions options) {
    return new NewImport(
        target.list(),
        Objects.requireNonNull(upload.fileName()),
        Objects.requireNonNull(upload.file()),
        options.fit(target.list().kind()).inCountry(target.country()),
        null,
        target.key());
  }
}
