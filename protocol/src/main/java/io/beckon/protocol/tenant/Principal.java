package io.beckon.protocol.tenant;

import java.util.Set;

/** Who asks: one signed-in user or API key. */
public record Principal(TenantId tenant, String name, Set<Role> roles) {
  public Principal {
    roles = Set.copyOf(roles);
  }

  public boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }

  /** The operator of the whole installation: an administrator of tenant {@code default}. */
  public boolean isOperator() {
    return isAdmin() && tenant.equals(TenantId.DEFAULT);
  }
}
