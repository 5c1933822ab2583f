package io.beckon.protocol.device;

/**
 * A text as it was meant: without what phones, browsers and spreadsheets add to a number when it is
 * copied (direction marks, no-break spaces, an apostrophe in front), and in ASCII where another
 * script has the same sign (full-width and Arabic digits, other dashes and separators).
 */
final class PhoneText {
  private PhoneText() {}

  static String plain(String text) {
    var ascii = isAscii(text) ? text.strip() : ascii(text).strip();
    if (!ascii.startsWith("'")) {
      return ascii;
    }
    int end = ascii.length() > 1 && ascii.endsWith("'") ? ascii.length() - 1 : ascii.length();
    return ascii.substring(1, end).strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String ascii(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(c -> plain.appendCodePoint(c > '~' || c < ' ' ? ascii(c) : c));
    return plain.toString();
  }

  private static int ascii(int c) {
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return c - '\uFF01' + '!';
    }
    return switch (c) {
      case '\u066B' -> '.';
      case '\u066C', '\u060C' -> ',';
      case '\u2212' -> '-';
      case '\u2018', '\u2019', '\u02BC' -> '\'';
      default -> blankOrDash(c);
    };
  }

  private static int blankOrDash(int c) {
    if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
      return ' ';
    }
    return Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c;
  }
}
