package io.beckon.protocol.tenant;

import java.util.Set;
import java.util.regex.Pattern;

/** Somebody who shall be able to sign in. */
public record NewUser(String username, String password, Set<Role> roles) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

  public NewUser {
    if (!NAME.matcher(username).matches()) {
      throw new IllegalArgumentException(
          "a username is 1 to 64 of letters, digits and . _ @ + -, was: " + username);
    }
    Passwords.check(password);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a user needs at least one role");
    }
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "NewUser[" + username + " " + roles + "]";
  }
}
