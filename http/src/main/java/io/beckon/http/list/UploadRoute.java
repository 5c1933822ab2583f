package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.entity;
import static akka.http.javadsl.server.Directives.extractMaterializer;
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
import io.beckon.http.Paging;
import io.beckon.http.Replies;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.NewImport;
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

  public UploadRoute(ContactLists lists, Imports imports, ImportDesk desk, Staging staging) {
    this.lists = lists;
    this.imports = imports;
    this.desk = desk;
    this.staging = staging;
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
                                    entity(
                                        Unmarshaller.entityToMultipartFormData(),
                                        form ->
                                            Replies.accepted(
                                                submit(
                                                    form,
                                                    new Target(list, country, key.orElse(null)),
                                                    materializer)))))));
  }

  private record Target(ListRef list, String country, @Nullable String key) {}

  private CompletionStage<Accepted> submit(
      Multipart.FormData form, Target target, Materializer materializer) {
    return Upload.receive(form, staging, target.list().tenant(), materializer)
        .thenCompose(
            upload ->
                desk.submit(
                    new NewImport(
                        target.list(),
                        Objects.requireNonNull(upload.fileName()),
                        Objects.requireNonNull(upload.file()),
                        upload.options().fit(target.list().kind()).inCountry(target.country()),
                        null,
                        target.key())))
        .thenApply(Accepted::new);
  }
}
