package io.beckon.protocol.tenant;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Keys by which programs sign in. Only their SHA-256 is kept. */
public interface ApiKeys {
  CompletionStage<NewKey> create(TenantId tenant, KeyRequest request);

  CompletionStage<Page<KeyView>> list(TenantId tenant, PageRequest page);

  /** Refuses with 404 a key that is not there. */
  CompletionStage<Void> delete(TenantId tenant, UUID id);

  record KeyRequest(String name, Set<Role> roles) {
    public KeyRequest {
      if (name.isBlank() || name.length() > 64) {
        throw new IllegalArgumentException("a key's name has 1 to 64 characters, was: " + name);
      }
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("an API key needs at least one role");
      }
      roles = Set.copyOf(roles);
    }
  }

  record KeyView(UUID id, String name, Set<Role> roles, Instant createdAt) {
    public KeyView {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * @param key shown this once
   */
  record NewKey(UUID id, String key, String name, Set<Role> roles, Instant createdAt) {
    public NewKey {
      roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
      return "NewKey[" + id + "]";
    }
  }
}
