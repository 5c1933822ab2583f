package io.beckon.protocol.pgp;

import io.beckon.protocol.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made, or to be brought along.
 *
 * @param userId of a key that is made, up to 200 characters; null: named after the tenant
 * @param privateKey an ASCII-armored private key of another program; null: one is made
 * @param passphrase of {@code privateKey}; null when it has none
 */
public record NewPgpKey(
    @Nullable String userId, @Nullable String privateKey, @Nullable String passphrase) {
  public static final NewPgpKey MADE_HERE = new NewPgpKey(null, null, null);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_KEY = 200_000;

  public NewPgpKey {
    if (userId != null && privateKey != null) {
      throw new InvalidField("userId", "is that of the private key; leave it out");
    }
    if (passphrase != null && privateKey == null) {
      throw new InvalidField(
          "passphrase", "is for a private key that is brought along; leave it out");
    }
    if (userId != null && !isName(userId)) {
      throw new InvalidField("userId", "must be 1 to 200 printable characters, was " + userId);
    }
    if (privateKey != null && privateKey.length() > LONGEST_KEY) {
      throw new InvalidField(
          "privateKey", "is larger than a key: at most 200,000 characters; export one key only");
    }
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return "NewPgpKey[" + userId + "]";
  }
}
