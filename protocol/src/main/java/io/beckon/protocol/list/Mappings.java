package io.beckon.protocol.list;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The data mappings of all tenants. Imports keep copies of theirs: nothing here disturbs them. */
public interface Mappings {
  /** Refuses with NAME_TAKEN (409) when the tenant has one of this name. */
  CompletionStage<MappingView> create(TenantId tenant, DataMapping mapping);

  /** Oldest first. */
  CompletionStage<Page<MappingView>> page(
      TenantId tenant, @Nullable ImportKind kind, @Nullable String name, PageRequest page);

  CompletionStage<Optional<MappingView>> find(TenantId tenant, MappingId id);

  /**
   * Refuses with NAME_TAKEN (409), or with REVISION_CHANGED (412) when it is not as the caller saw
   * it.
   */
  CompletionStage<MappingView> change(
      TenantId tenant, MappingId id, DataMapping mapping, OptionalLong revision);

  CompletionStage<Void> delete(TenantId tenant, MappingId id);
}
