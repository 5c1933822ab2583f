package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
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
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ContactListView;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.Contacts;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.selection.SelectionRuleId;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /contact-lists}. */
public final class ContactListRoutes implements FeatureRoutes {
  static final String WHAT = "contact list";

  private final ContactLists lists;
  private final Contacts contacts;
  private final ContactRoutes people;
  private final UploadRoute uploads;
  private final PreviewRoutes previews;
  private final EncryptedDownloads downloads;

  public ContactListRoutes(
      ContactLists lists,
      Contacts contacts,
      UploadRoute uploads,
      PreviewRoutes previews,
      EncryptedDownloads downloads) {
    this.lists = lists;
    this.contacts = contacts;
    this.people = new ContactRoutes(lists, contacts);
    this.uploads = uploads;
    this.previews = previews;
    this.downloads = downloads;
  }

  @Override
  public Set<String> resources() {
    return Set.of("contact-lists");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "contact-lists",
        () ->
            concat(
                Paths.end(() -> concat(get(() -> page(tenant)), post(() -> create(tenant)))),
                Paths.idPrefix(ContactListId::parse, id -> one(tenant, id))));
  }

  private Route one(TenantId tenant, ContactListId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(
                        () ->
                            Revisions.reply(
                                StatusCodes.OK, found(tenant, id), ContactListView::revision)),
                    patch(() -> change(tenant, id)),
                    delete(() -> Replies.noContent(lists.delete(tenant, id))))),
        path("imports", () -> uploads.imports(ListRef.of(tenant, id), WHAT)),
        path("previews", () -> previews.previews(ListRef.of(tenant, id), WHAT)),
        pathPrefix("contacts", () -> people.of(tenant, id)),
        path("export", () -> get(() -> export(tenant, id))));
  }

  private Route page(TenantId tenant) {
    return parameterOptional(
        "name", name -> Paging.pageOf(page -> lists.page(tenant, name.orElse(null), page)));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        ContactListSettings.class,
        settings ->
            Revisions.reply(
                StatusCodes.CREATED, lists.create(tenant, settings), ContactListView::revision));
  }

  private Route change(TenantId tenant, ContactListId id) {
    return Revisions.ifMatch(
        revision ->
            onSuccess(
                found(tenant, id),
                now ->
                    Bodies.patch(
                        settings(now),
                        ContactListSettings.class,
                        settings ->
                            Revisions.reply(
                                StatusCodes.OK,
                                lists.change(tenant, id, settings, revision),
                                ContactListView::revision))));
  }

  private static ContactListSettings settings(ContactListView view) {
    return new ContactListSettings(
        view.name(), view.country(), view.timeZone(), view.labelSchemaId(), view.callerId());
  }

  private Route export(TenantId tenant, ContactListId id) {
    return onSuccess(
        found(tenant, id),
        list ->
            downloads.file(
                tenant,
                "list-" + id,
                (options, query) ->
                    contacts.export(tenant, id, wish(options, query), written -> {})));
  }

  private static ExportWish wish(ExportOptions options, Map<String, String> query) {
    var columns =
        ExportColumn.parse(query.get("columns"), "true".equalsIgnoreCase(query.get("results")));
    var rule = query.get("selectionRuleId");
    try {
      return new ExportWish(columns, options, rule == null ? null : SelectionRuleId.parse(rule));
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.field(
          "selectionRuleId",
          "INVALID",
          "selectionRuleId must be the id of a selection rule, was " + rule);
    }
  }

  private CompletionStage<ContactListView> found(TenantId tenant, ContactListId id) {
    return lists.find(tenant, id).thenApply(list -> Replies.orNotFound(WHAT, id, list));
  }
}
