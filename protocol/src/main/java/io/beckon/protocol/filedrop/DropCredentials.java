package io.beckon.protocol.filedrop;

import org.jspecify.annotations.Nullable;

/**
 * How to sign in at a watched place; never shown and never logged.
 *
 * @param password null where a private key signs in
 */
public record DropCredentials(String username, @Nullable String password) {
  @Override
  public String toString() {
    return "DropCredentials[…]";
  }
}
