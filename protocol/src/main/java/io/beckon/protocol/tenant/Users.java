package io.beckon.protocol.tenant;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The people of a tenant. Refuses with 409 a taken username and the loss of the last ADMIN. */
public interface Users {
  CompletionStage<UserView> create(TenantId tenant, NewUser user);

  CompletionStage<Page<UserView>> list(TenantId tenant, PageRequest page);

  CompletionStage<Optional<UserView>> find(TenantId tenant, String username);

  /** Ends every session of the user. */
  CompletionStage<UserView> change(TenantId tenant, String username, UserChange change);

  CompletionStage<Void> delete(TenantId tenant, String username);
}
