package io.beckon.protocol.tenant;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param id the username
 */
public record UserView(
    String id, String username, TenantId tenantId, Set<Role> roles, Instant createdAt) {
  public UserView {
    roles = Set.copyOf(roles);
  }
}
