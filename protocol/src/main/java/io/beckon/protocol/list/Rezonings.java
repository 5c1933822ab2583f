package io.beckon.protocol.list;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the zones, states and line types of devices anew, after the reference data or the
 * tenant's zone map has changed. Goes on by itself, on another node if need be.
 */
public interface Rezonings {
  /** The re-zoning that begins, or the one that waits already; refused (404) without the list. */
  CompletionStage<RezoningView> ask(TenantId tenant, ContactListId list, String by);

  /** Of all lists of the tenant. */
  CompletionStage<List<RezoningView>> askAll(TenantId tenant, String by);

  CompletionStage<Optional<RezoningView>> find(TenantId tenant, RezoningId id);

  /** Newest first; of one list, or of all. */
  CompletionStage<Page<RezoningView>> page(
      TenantId tenant, @Nullable ContactListId list, PageRequest page);

  /** Ends it where it is; what was changed stays so. Refused (404) when there is none. */
  CompletionStage<RezoningView> cancel(TenantId tenant, RezoningId id);
}
