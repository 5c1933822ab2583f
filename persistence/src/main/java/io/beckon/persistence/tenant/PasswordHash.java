package io.beckon.persistence.tenant;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Keeps passwords as PBKDF2-HMAC-SHA512 with a salt of their own: {@code
 * pbkdf2-sha512$iterations$salt$hash}.
 */
final class PasswordHash {
  /** OWASP's number for this function (Password Storage Cheat Sheet, 2023). */
  private static final int ITERATIONS = 210_000;

  private static final String NAME = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Checked against where there is no such user, so that both cases take the same time. */
  static final String NOBODY = of(HexFormat.of().formatHex(RANDOM.generateSeed(SALT_BYTES)));

  private PasswordHash() {}

  static String of(String password) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    var hex = HexFormat.of();
    return String.join(
        "$",
        NAME,
        Integer.toString(ITERATIONS),
        hex.formatHex(salt),
        hex.formatHex(derived(password, salt, ITERATIONS)));
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
