package io.beckon.protocol.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/** The contacts of a list; those of imports that are not completed are not seen. */
public interface Contacts {
  /**
   * In the order they came. A page of a search may hold fewer than asked for, even none, and have a
   * next one: where many had to be looked at who do not fit, it goes on from there.
   */
  CompletionStage<Page<ContactView>> page(
      TenantId tenant, ContactListId list, ContactSearch search, PageRequest page);

  CompletionStage<Optional<ContactView>> find(TenantId tenant, ContactListId list, ContactId id);

  /**
   * Adds one contact; refused (409) when all its devices, or its Client ID, are on the list. Groups
   * that have the list loaded get its records too.
   */
  CompletionStage<ContactView> add(TenantId tenant, ContactListId list, CookedContact contact);

  /**
   * Makes a contact what {@code contact} says. A device it has no more is not dialled any more in
   * any run; a new one joins the runs that have not finished with the contact. Refused when the
   * contact is not there (404), a new device or the Client ID is another's of the list (409).
   *
   * @param revision what the caller has seen; refused (412) when it is another by now
   */
  CompletionStage<ContactView> change(
      TenantId tenant,
      ContactListId list,
      ContactId id,
      CookedContact contact,
      OptionalLong revision);

  /** Takes a contact off the list; it is not dialled any more in any run. */
  CompletionStage<Void> remove(
      TenantId tenant, ContactListId list, ContactId id, OptionalLong revision);

  /**
   * Contacts in the order they came, as a file, in bounded memory. Refused when the list (404) or
   * the selection rule (422) is not there.
   *
   * @param rows told how many contacts stand in the file, once it is whole
   */
  Source<ByteString, NotUsed> export(
      TenantId tenant, ContactListId list, ExportWish wish, LongConsumer rows);
}
