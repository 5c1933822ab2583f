package io.beckon.protocol.suppression;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Suppression lists as PostgreSQL keeps them. */
public interface SuppressionLists {
  /** Refuses a name the tenant has already (409). */
  CompletionStage<SuppressionListView> create(TenantId tenant, SuppressionListSettings settings);

  /** The list of that name, made if there is none: devices, all channels, required. */
  CompletionStage<SuppressionListId> named(TenantId tenant, String name);

  CompletionStage<Optional<SuppressionListView>> find(TenantId tenant, SuppressionListId id);

  /**
   * In the order they were made.
   *
   * @param name only the list of exactly this name; null: all
   */
  CompletionStage<Page<SuppressionListView>> page(
      TenantId tenant, @Nullable String name, PageRequest page);

  /**
   * Refuses another type than the list has; another retention holds for entries made from now.
   *
   * @param revision the one the change is based on (else 412); empty: whatever it is
   */
  CompletionStage<SuppressionListView> change(
      TenantId tenant,
      SuppressionListId id,
      SuppressionListSettings settings,
      OptionalLong revision);

  /** From the answer on the list suppresses nobody. */
  CompletionStage<Void> delete(TenantId tenant, SuppressionListId id);
}
