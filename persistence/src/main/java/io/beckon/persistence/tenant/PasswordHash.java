package io.beckon.persistence.tenant;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Keeps passwords as PBKDF2-HMAC-SHA512 with a salt of their own: {@code
 * pbkdf2-sha512$iterations$salt$hash}. Each is checked with the iterations it was kept with.
 */
public final class PasswordHash {
  private static final String NAME = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int iterations;
  private final String nobody;

  /**
   * @param iterations of passwords that are set from now on; a guess costs in proportion
   */
  public PasswordHash(int iterations) {
    this.iterations = iterations;
    this.nobody = kept(random(SALT_BYTES), random(KEY_BITS / Byte.SIZE));
  }

  /** Of no password; where there is no such user a check against it takes the same time. */
  String nobody() {
    return nobody;
  }

  String of(String password) {
    var salt = random(SALT_BYTES);
    return kept(salt, derived(password, salt, iterations));
  }

  private String kept(byte[] salt, byte[] hash) {
    var hex = HexFormat.of();
    return String.join(
        "$", NAME, Integer.toString(iterations), hex.formatHex(salt), hex.formatHex(hash));
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  static boolean matches(String password, String kept) {
    var parts = kept.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      throw new IllegalStateException("a password hash of unknown kind is kept");
    }
    var hex = HexFormat.of();
    var found = derived(password, hex.parseHex(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(found, hex.parseHex(parts[3]));
  }

  private static byte[] derived(String password, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks PBKDF2WithHmacSHA512", e);
    }
  }
}
