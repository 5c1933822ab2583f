package io.beckon.actors.list.prepare;

import java.nio.charset.StandardCharsets;

/**
 * Tells an OpenPGP message from text by its first packet. One byte is not enough: text in an 8-bit
 * charset may begin with any.
 */
final class PgpHead {
  private static final String ARMOR = "-----BEGIN PGP ";
  private static final int SHORTEST = 16;

  private static final int OF_PUBLIC_KEY = 1;
  private static final int OF_PASSPHRASE = 3;

  private PgpHead() {}

  /** Refuses what is armored but holds no message. */
  static boolean begins(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
    var armor = text.replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "");
    if (armor.startsWith(ARMOR)) {
      if (!armor.startsWith(ARMOR + "MESSAGE")) {
        throw Refusals.badPgp("it is no encrypted message, but begins with " + firstLine(armor));
      }
      return true;
    }
    return head.length >= SHORTEST && beginsBinary(head);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  private static boolean beginsBinary(byte[] head) {
    int first = head[0] & 0xff;
    if ((first & 0x80) == 0) {
      return false;
    }
    boolean isNew = (first & 0x40) != 0;
    int tag = isNew ? first & 0x3f : first >> 2 & 0x0f;
    int body = isNew ? behindNewLength(head[1] & 0xff) : behindOldLength(first & 3);
    return switch (tag) {
      case OF_PUBLIC_KEY -> isForPublicKey(head, body);
      case OF_PASSPHRASE -> isForPassphrase(head, body);
      default -> false;
    };
  }

  private static int behindNewLength(int length) {
    return length < 192 ? 2 : length < 224 ? 3 : 6;
  }

  private static int behindOldLength(int type) {
    return type == 0 ? 2 : type == 1 ? 3 : 5;
  }

  /** Version 3 with a key id and its algorithm, or version 6 with a fingerprint. */
  private static boolean isForPublicKey(byte[] head, int body) {
    if (head[body] == 6) {
      int named = head[body + 1] & 0xff;
      return named == 0 || (named == 21 || named == 33) && (head[body + 2] & 0xff) <= 6;
    }
    int algorithm = head[body + 9] & 0xff;
    return head[body] == 3 && algorithm > 0 && algorithm <= 35;
  }

  /** Version 4, 5 or 6, then a cipher, or their count. */
  private static boolean isForPassphrase(byte[] head, int body) {
    return head[body] >= 4 && head[body] <= 6 && head[body + 1] > 0 && head[body + 1] <= 40;
  }
}
