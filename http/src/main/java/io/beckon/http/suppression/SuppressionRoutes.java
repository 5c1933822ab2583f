package io.beckon.http.suppression;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameter;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.http.pgp.EncryptedDownloads;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.suppression.SuppressionEntries;
import io.beckon.protocol.suppression.SuppressionEntries.EntryView;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionListView;
import io.beckon.protocol.suppression.SuppressionLists;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** {@code /suppression-lists}: lists, their entries and the files that fill them. */
public final class SuppressionRoutes implements FeatureRoutes {
  private final SuppressionLists lists;
  private final SuppressionEntries entries;
  private final BiFunction<TenantId, SuppressionListId, Route> imports;
  private final BiFunction<TenantId, SuppressionListId, Route> previews;
  private final EncryptedDownloads downloads;

  /**
   * @param imports answers {@code …/{id}/imports}
   * @param previews answers {@code …/{id}/previews}
   */
  public SuppressionRoutes(
      SuppressionLists lists,
      SuppressionEntries entries,
      BiFunction<TenantId, SuppressionListId, Route> imports,
      BiFunction<TenantId, SuppressionListId, Route> previews,
      EncryptedDownloads downloads) {
    this.lists = lists;
    this.entries = entries;
    this.imports = imports;
    this.previews = previews;
    this.downloads = downloads;
  }

  record NewEntries(List<NewEntry> entries) {
    NewEntries {
      entries = List.copyOf(entries);
    }
  }

  @Override
  public Set<String> resources() {
    return Set.of("suppression-lists");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "suppression-lists",
        () ->
            concat(
                Paths.end(() -> all(who.tenant())),
                Paths.idPrefix(SuppressionListId::parse, id -> one(who.tenant(), id))));
  }

  private Route all(TenantId tenant) {
    return concat(
        get(
            () ->
                parameterOptional(
                    "name", name -> Paging.pageOf(p -> lists.page(tenant, name.orElse(null), p)))),
        post(
            () ->
                Bodies.json(
                    SuppressionListSettings.class,
                    settings ->
                        Revisions.reply(
                            StatusCodes.CREATED,
                            lists.create(tenant, settings),
                            SuppressionListView::revision))));
  }

  private Route one(TenantId tenant, SuppressionListId id) {
    return concat(
        Paths.end(() -> list(tenant, id)),
        path("entries", () -> entries(tenant, id)),
        path("imports", () -> imports.apply(tenant, id)),
        path("previews", () -> previews.apply(tenant, id)),
        path("export", () -> get(() -> export(tenant, id))));
  }

  private Route list(TenantId tenant, SuppressionListId id) {
    return concat(
        get(
            () ->
                Revisions.reply(StatusCodes.OK, found(tenant, id), SuppressionListView::revision)),
        patch(() -> Revisions.ifMatch(revision -> change(tenant, id, revision))),
        delete(() -> Replies.noContent(lists.delete(tenant, id))));
  }

  private Route change(TenantId tenant, SuppressionListId id, OptionalLong revision) {
    return onSuccess(
        found(tenant, id),
        list ->
            Bodies.patch(
                list.settings(),
                SuppressionListSettings.class,
                settings ->
                    Revisions.reply(
                        StatusCodes.OK,
                        lists.change(tenant, id, settings, revision),
                        SuppressionListView::revision)));
  }

  private CompletionStage<SuppressionListView> found(TenantId tenant, SuppressionListId id) {
    return lists.find(tenant, id).thenApply(l -> Replies.orNotFound("suppression list", id, l));
  }

  private Route export(TenantId tenant, SuppressionListId id) {
    return onSuccess(
        found(tenant, id),
        list ->
            downloads.file(
                tenant,
                "suppression-" + id,
                (options, query) -> entries.export(tenant, id, options)));
  }

  private Route entries(TenantId tenant, SuppressionListId id) {
    return concat(
        get(
            () ->
                parameterOptional(
                    "value", value -> Paging.pageOf(p -> entries(tenant, id, value, p)))),
        post(() -> Bodies.json(NewEntries.class, added -> add(tenant, id, added))),
        delete(
            () ->
                parameter(
                    "value",
                    value -> Replies.noContent(entries.remove(tenant, id, unescaped(value))))));
  }

  private Route add(TenantId tenant, SuppressionListId id, NewEntries added) {
    if (added.entries().isEmpty()) {
      throw InvalidRequestException.field(
          "entries", "REQUIRED", "entries must hold at least one entry.");
    }
    return Replies.created(entries.add(tenant, id, added.entries()));
  }

  private CompletionStage<Page<EntryView>> entries(
      TenantId tenant, SuppressionListId id, Optional<String> value, PageRequest page) {
    return value.isEmpty() || value.get().isEmpty()
        ? entries.page(tenant, id, page)
        : entries
            .find(tenant, id, unescaped(value.get()))
            .thenApply(found -> new Page<>(found.stream().toList(), null));
  }

  /** A plus sign that was not escaped arrives as a space. */
  private static String unescaped(String value) {
    return value.startsWith(" ") ? "+" + value.substring(1) : value;
  }
}
