package io.beckon.protocol.pgp;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A tenant's own keys; private halves are kept encrypted only. */
public interface PgpKeys extends PgpSecrets {
  /** The kept key is the current one; refused (409) when the tenant has it already. */
  CompletionStage<PgpKeyView> keep(TenantId tenant, PgpPair pair);

  /** The newest first. */
  CompletionStage<Page<PgpKeyView>> page(TenantId tenant, PageRequest page);

  CompletionStage<Optional<PgpKeyView>> find(TenantId tenant, PgpKeyId id);

  /** What was encrypted to it cannot be read any more. */
  CompletionStage<Void> delete(TenantId tenant, PgpKeyId id);
}
