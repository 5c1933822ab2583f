package io.beckon.protocol.pgp;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Those to whom a tenant encrypts what it exports. */
public interface PgpRecipients {
  /** Refused (409) when the name is taken. */
  CompletionStage<PgpRecipientView> create(
      TenantId tenant, String name, PgpCertificate certificate);

  CompletionStage<Page<PgpRecipientView>> page(TenantId tenant, PageRequest page);

  CompletionStage<Optional<PgpRecipientView>> find(TenantId tenant, PgpRecipientId id);

  CompletionStage<PgpRecipientView> change(
      TenantId tenant, PgpRecipientId id, String name, PgpCertificate certificate);

  /** Refused (409) while a drop source encrypts to it. */
  CompletionStage<Void> delete(TenantId tenant, PgpRecipientId id);
}
