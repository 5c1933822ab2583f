package io.beckon.protocol.list;

import io.beckon.protocol.InvalidField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one character between fields: any but those that records need themselves. Those that are hard
 * to type or to see have names: TAB, BLANK, US, or U+001F like any other.
 */
public final class Delimiter {
  private static final List<String> CONTROLS =
      List.of(
          "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR",
          "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB",
          "ESC", "FS", "GS", "RS", "US");
  private static final Map<String, Character> NAMED = named();
  private static final Pattern CODE = Pattern.compile("(?:U\\+|\\\\U|0X|\\\\X)([0-9A-F]{2,4})");

  private Delimiter() {}

  private static Map<String, Character> named() {
    var named = new LinkedHashMap<String, Character>();
    for (int i = 0; i < CONTROLS.size(); i++) {
      named.put(CONTROLS.get(i), (char) (i + 1));
    }
    named.put("DEL", '\u007F');
    named.put("NBSP", '\u00A0');
    named.put("BLANK", ' ');
    named.put("SPACE", ' ');
    named.put("PIPE", '|');
    named.put("COLON", ':');
    named.put("SEMICOLON", ';');
    named.put("COMMA", ',');
    return named;
  }

  /** The character that is meant, by itself or by name. */
  static String of(String text) {
    char one = text.length() == 1 ? text.charAt(0) : byName(text.strip().toUpperCase(Locale.ROOT));
    if ("\0\"\r\n\uFEFF\uFFFE\uFFFF".indexOf(one) >= 0 || Character.isSurrogate(one)) {
      throw new InvalidField(
          "delimiter",
          "must be one character that is no quote and no line break, or a name of one such as TAB,"
              + " PIPE, BLANK, NBSP, SOH, US or U+001F, was "
              + shown(text));
    }
    return String.valueOf(one);
  }

  /** A delimiter so that it can be seen: by its name if it is a blank or a control character. */
  public static String shown(String delimiter) {
    if (delimiter.length() != 1 || !isHardToSee(delimiter.charAt(0))) {
      return delimiter;
    }
    char one = delimiter.charAt(0);
    return NAMED.entrySet().stream()
        .filter(e -> e.getValue() == one)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> "U+%04X".formatted((int) one));
  }

  private static boolean isHardToSee(char c) {
    return Character.isISOControl(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** NUL, which is none, when there is no such name. */
  private static char byName(String name) {
    var code = CODE.matcher(name);
    if (code.matches()) {
      return (char) Integer.parseInt(code.group(1), 16);
    }
    return NAMED.getOrDefault(name, '\0');
  }
}
