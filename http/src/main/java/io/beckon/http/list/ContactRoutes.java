package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterMap;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListView;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.Contacts;
import io.beckon.protocol.list.CookTerms;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.reference.Locators;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /contact-lists/{id}/contacts}: people of a list, found, added, changed and removed. */
final class ContactRoutes {
  private final ContactLists lists;
  private final Contacts contacts;
  private final Locators locators;

  ContactRoutes(ContactLists lists, Contacts contacts, Locators locators) {
    this.locators = locators;
    this.lists = lists;
    this.contacts = contacts;
  }

  Route of(TenantId tenant, ContactListId list) {
    return concat(
        Paths.end(() -> concat(get(() -> page(tenant, list)), post(() -> add(tenant, list)))),
        Paths.id(ContactId::parse, id -> one(tenant, list, id)));
  }

  private Route one(TenantId tenant, ContactListId list, ContactId id) {
    return concat(
        get(() -> reply(found(tenant, list, id))),
        patch(() -> Revisions.ifMatch(revision -> change(tenant, list, id, revision))),
        delete(
            () ->
                Revisions.ifMatch(
                    revision -> Replies.noContent(contacts.remove(tenant, list, id, revision)))));
  }

  private Route page(TenantId tenant, ContactListId list) {
    return onSuccess(
        list(tenant, list),
        known ->
            parameterMap(
                query -> Paging.pageOf(page -> contacts.page(tenant, list, search(query), page))));
  }

  private static ContactSearch search(Map<String, String> query) {
    return new ContactSearch(
        query.get("clientId"),
        withPlus(query.get("device")),
        query.get("name"),
        withPlus(query.get("q")),
        lineType(query.get("lineType")));
  }

  private static @Nullable LineType lineType(@Nullable String name) {
    return name == null || name.isBlank()
        ? null
        : LineType.named(name.strip())
            .orElseThrow(
                () ->
                    new InvalidField(
                        "lineType",
                        "must be one of " + List.of(LineType.values()) + ", was " + name));
  }

  /** A plus sign that was not escaped arrives as a space. */
  private static @Nullable String withPlus(@Nullable String text) {
    return text != null && text.matches(" [0-9]+") ? "+" + text.substring(1) : text;
  }

  private Route add(TenantId tenant, ContactListId list) {
    return reading(
        tenant,
        list,
        read ->
            Bodies.json(
                NewContact.class,
                contact ->
                    Revisions.reply(
                        StatusCodes.CREATED,
                        contacts.add(tenant, list, read.apply(contact)),
                        ContactView::revision)));
  }

  private Route change(TenantId tenant, ContactListId list, ContactId id, OptionalLong revision) {
    return reading(
        tenant,
        list,
        read ->
            onSuccess(
                found(tenant, list, id),
                now ->
                    Bodies.patch(
                        NewContact.of(now),
                        NewContact.class,
                        contact ->
                            reply(
                                contacts.change(
                                    tenant,
                                    list,
                                    id,
                                    read.apply(contact),
                                    revision.isPresent()
                                        ? revision
                                        : OptionalLong.of(now.revision()))))));
  }

  /** Numbers are read as an import into the list reads them. */
  private Route reading(
      TenantId tenant,
      ContactListId id,
      Function<Function<NewContact, CookedContact>, Route> inner) {
    return onSuccess(
        list(tenant, id),
        list ->
            onSuccess(
                lists.country(ListRef.of(tenant, id)),
                country ->
                    onSuccess(
                        locators.of(tenant),
                        locator -> {
                          var known = Replies.orNotFound(ContactListRoutes.WHAT, id, country);
                          var terms = CookTerms.of(known, list.timeZone(), locator);
                          return inner.apply(contact -> contact.cooked(terms));
                        })));
  }

  private static Route reply(CompletionStage<ContactView> contact) {
    return Revisions.reply(StatusCodes.OK, contact, ContactView::revision);
  }

  private CompletionStage<ContactView> found(TenantId tenant, ContactListId list, ContactId id) {
    return list(tenant, list)
        .thenCompose(known -> contacts.find(tenant, list, id))
        .thenApply(contact -> Replies.orNotFound("contact", id, contact));
  }

  private CompletionStage<ContactListView> list(TenantId tenant, ContactListId id) {
    return lists
        .find(tenant, id)
        .thenApply(list -> Replies.orNotFound(ContactListRoutes.WHAT, id, list));
  }
}
