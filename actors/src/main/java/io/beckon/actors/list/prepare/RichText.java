package io.beckon.actors.list.prepare;

import java.io.IOException;
import java.util.regex.Pattern;

/** Puts together the runs of a text, without its phonetic help. */
final class RichText {
  /** How control characters stand in the XML of a workbook. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final StringBuilder text = new StringBuilder();
  private boolean inText;
  private int phonetic;

  /** Takes the part's place in; true when it is the end of {@code element}. */
  boolean take(XmlPart part, String element) throws IOException {
    if (part.begins(element)) {
      text.setLength(0);
    } else if (part.begins("rPh")) {
      phonetic++;
    } else if (part.ends("rPh")) {
      phonetic--;
    } else if (part.begins("t")) {
      inText = phonetic == 0;
    } else if (part.ends("t")) {
      inText = false;
    } else if (inText) {
      part.appendText(text);
    }
    return part.ends(element);
  }

  String text() {
    return unescaped(text.toString());
  }

  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                m ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
        : text;
  }
}
