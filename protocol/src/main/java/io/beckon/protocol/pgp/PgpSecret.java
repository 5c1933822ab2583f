package io.beckon.protocol.pgp;

import org.jspecify.annotations.Nullable;

/**
 * A private key, for whoever decrypts; never shown and never logged.
 *
 * @param armored the whole key ring, ASCII-armored
 * @param passphrase that opens it; null when it has none
 */
public record PgpSecret(String armored, @Nullable String passphrase) {
  @Override
  public String toString() {
    return "PgpSecret[…]";
  }
}
