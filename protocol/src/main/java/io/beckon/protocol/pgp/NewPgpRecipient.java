package io.beckon.protocol.pgp;

import io.beckon.protocol.InvalidField;

/**
 * Somebody to whom files are encrypted.
 *
 * @param name 1 to 100 characters, the tenant's only one of that name
 * @param publicKey ASCII-armored, up to 200,000 characters
 */
public record NewPgpRecipient(String name, String publicKey) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_KEY = 200_000;

  public NewPgpRecipient {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InvalidField("name", "has 1 to 100 characters, was " + name);
    }
    if (publicKey.length() > LONGEST_KEY) {
      throw new InvalidField(
          "publicKey", "is larger than a key: at most 200,000 characters; export one key only");
    }
  }
}
