package io.beckon.protocol.filedrop;

/** How to sign in at a watched place; never shown and never logged. */
public record DropCredentials(String username, String password) {
  @Override
  public String toString() {
    return "DropCredentials[…]";
  }
}
