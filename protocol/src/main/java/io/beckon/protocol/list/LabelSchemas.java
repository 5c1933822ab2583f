package io.beckon.protocol.list;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The label schemas of all tenants. */
public interface LabelSchemas {
  /** Refuses with NAME_TAKEN (409) when the tenant has one of this name. */
  CompletionStage<LabelSchemaView> create(TenantId tenant, LabelSchema schema);

  /** Oldest first. */
  CompletionStage<Page<LabelSchemaView>> page(
      TenantId tenant, @Nullable String name, PageRequest page);

  CompletionStage<Optional<LabelSchemaView>> find(TenantId tenant, LabelSchemaId id);

  /**
   * Refuses with NAME_TAKEN (409), or with REVISION_CHANGED (412) when it is not as the caller saw
   * it.
   */
  CompletionStage<LabelSchemaView> change(
      TenantId tenant, LabelSchemaId id, LabelSchema schema, OptionalLong revision);

  /** Refuses with IN_USE (409) while a contact list has it. */
  CompletionStage<Void> delete(TenantId tenant, LabelSchemaId id);
}
