package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The charsets in which files may be: all of Java's that always read the same bytes the same. */
public final class FileCharset {
  private static final int ASCII = 128;
  private static final Map<Charset, Boolean> BYTEWISE = new ConcurrentHashMap<>();

  private FileCharset() {}

  /** The name under which Java has a charset. */
  static String named(String text) {
    Charset charset;
    try {
      charset = Charset.forName(text.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InvalidField("charset", "must be an IANA name like UTF-8, was " + text);
    }
    if (charset.newDecoder().isAutoDetecting()) {
      throw new InvalidField(
          "charset",
          "cannot be " + charset.name() + ", which guesses; name the one that the file has");
    }
    return charset.name();
  }

  /**
   * Whether bytes of ASCII always are that character and no part of another, so that a file can be
   * cut into records and fields as it is; else it is written anew before.
   */
  public static boolean isBytewise(String name) {
    return BYTEWISE.computeIfAbsent(
        Charset.forName(name), charset -> keepsAscii(charset) && keepsToAscii(charset));
  }

  private static boolean keepsAscii(Charset charset) {
    if (!charset.canEncode()) {
      return false;
    }
    for (int b = 0; b < ASCII; b++) {
      if (!new String(new byte[] {(byte) b}, charset).equals(String.valueOf((char) b))) {
        return false;
      }
    }
    return true;
  }

  private static boolean keepsToAscii(Charset charset) {
    var encoder = charset.newEncoder();
    for (int c = ASCII; c < Character.MAX_VALUE; c++) {
      if (Character.isSurrogate((char) c) || !encoder.canEncode((char) c)) {
        continue;
      }
      try {
        var bytes = encoder.reset().encode(CharBuffer.wrap(new char[] {(char) c}));
        while (bytes.hasRemaining()) {
          if (bytes.get() >= 0) {
            return false;
          }
        }
      } catch (CharacterCodingException e) {
        return false;
      }
    }
    return true;
  }
}
