package io.beckon.protocol.pgp;

import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;

/** Makes keys, and reads those of other programs. */
public interface PgpKeyMaking {
  /** Fails with an {@code InvalidField} for a private key or a passphrase that does not fit. */
  CompletionStage<PgpPair> pair(TenantId tenant, NewPgpKey key);

  /** Fails with an {@code InvalidField} for what cannot be encrypted to. */
  CompletionStage<PgpCertificate> certificate(String publicKey);
}
