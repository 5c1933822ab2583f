package io.beckon.protocol.list;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Contact lists as PostgreSQL keeps them. A list has partitions of its own from the first. */
public interface ContactLists {
  /** Refuses a name the tenant has already (409). */
  CompletionStage<ContactListView> create(TenantId tenant, ContactListSettings settings);

  /** The list of that name, made if there is none. */
  CompletionStage<ContactListId> named(TenantId tenant, String name);

  CompletionStage<Optional<ContactListView>> find(TenantId tenant, ContactListId id);

  /**
   * In the order they were made.
   *
   * @param name only the list of exactly this name; null: all
   */
  CompletionStage<Page<ContactListView>> page(
      TenantId tenant, @Nullable String name, PageRequest page);

  /**
   * @param revision what the caller has seen; refused (412) when it is another by now
   */
  CompletionStage<ContactListView> change(
      TenantId tenant, ContactListId id, ContactListSettings settings, OptionalLong revision);

  /**
   * Takes the list and its contacts away at once; refused (409) while an import is open or a group
   * has it loaded. What earlier runs left unfinished of it is not taken over by later ones.
   */
  CompletionStage<Void> delete(TenantId tenant, ContactListId id);

  /** ISO 3166 alpha-2 of the list's numbers without country code: its own, else the tenant's. */
  CompletionStage<Optional<String>> country(ListRef list);
}
