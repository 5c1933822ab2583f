package io.beckon.protocol.pgp;

import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The private keys with which a tenant's files are decrypted. */
public interface PgpSecrets {
  /** The newest first; empty when the tenant has made none. */
  CompletionStage<List<PgpSecret>> secrets(TenantId tenant);
}
