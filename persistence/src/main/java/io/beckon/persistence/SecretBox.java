package io.beckon.persistence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what the node must keep secret: AES-256-GCM under a key made of the node's secret. */
public final class SecretBox {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private SecretBox(String secret, String purpose) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(purpose.getBytes(StandardCharsets.UTF_8));
      this.key = new SecretKeySpec(digest.digest(secret.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Credentials of watched places.
   *
   * @param secret the installation's; the same on all nodes
   */
  public static SecretBox ofDropSources(String secret) {
    return new SecretBox(secret, "beckon drop source");
  }

  /** Private OpenPGP keys. */
  public static SecretBox ofPgpKeys(String secret) {
    return new SecretBox(secret, "beckon pgp key");
  }

  /** The private halves of the keys that sign evidence. */
  public static SecretBox ofEvidence(String secret) {
    return new SecretBox(secret, "beckon evidence key");
  }

  public byte[] lock(String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var locked = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    var all = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
    System.arraycopy(locked, 0, all, NONCE_BYTES, locked.length);
    return all;
  }

  /** Fails when it was locked under another secret. */
  public String open(byte[] all) {
    var nonce = Arrays.copyOf(all, NONCE_BYTES);
    var locked = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    return new String(crypt(Cipher.DECRYPT_MODE, nonce, locked), StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("kept under another BECKON_SECRET", e);
    }
  }
}
