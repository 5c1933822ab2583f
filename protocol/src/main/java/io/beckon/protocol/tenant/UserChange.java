package io.beckon.protocol.tenant;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shall be another of a user; null leaves it as it is. */
public record UserChange(@Nullable String password, @Nullable Set<Role> roles) {
  public UserChange {
    if (password != null) {
      Passwords.check(password);
    }
    if (roles != null) {
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("a user needs at least one role");
      }
      roles = Set.copyOf(roles);
    }
  }

  @Override
  public String toString() {
    return "UserChange[" + roles + "]";
  }
}
