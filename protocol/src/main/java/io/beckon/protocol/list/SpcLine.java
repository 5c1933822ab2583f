package io.beckon.protocol.list;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One line of a specification file as words, each with the column in which it begins. */
final class SpcLine {
  /**
   * One word.
   *
   * @param column of its first character, from 1
   */
  record Word(String text, int column) {}

  private final int number;
  private final int end;
  private final List<Word> words;
  private int next;

  private SpcLine(int number, int end, List<Word> words) {
    this.number = number;
    this.end = end;
    this.words = words;
  }

  /**
   * @param number of the line, from 1
   */
  static SpcLine of(int number, String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at == line.length() || line.charAt(at) == '#') {
        return new SpcLine(number, line.stripTrailing().length() + 1, words);
      }
      at = line.charAt(at) == '"' ? quoted(number, line, at, words) : bare(line, at, words);
    }
  }

  private static int bare(String line, int from, List<Word> words) {
    int to = from;
    while (to < line.length() && !Character.isWhitespace(line.charAt(to))) {
      to++;
    }
    words.add(new Word(line.substring(from, to), from + 1));
    return to;
  }

  private static int quoted(int number, String line, int from, List<Word> words) {
    var text = new StringBuilder();
    for (int i = from + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        words.add(new Word(text.toString(), from + 1));
        return i + 1;
      }
      if (c == '\\') {
        i++;
        text.append(escaped(number, line, i));
      } else {
        text.append(c);
      }
    }
    throw wrong(number, from + 1, "the quote is not closed on this line");
  }

  private static char escaped(int number, String line, int at) {
    char c = at < line.length() ? line.charAt(at) : ' ';
    return switch (c) {
      case '"', '\\' -> c;
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> throw wrong(number, at, "behind a backslash can be \" \\ t n or r");
    };
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  int number() {
    return number;
  }

  boolean hasNext() {
    return next < words.size();
  }

  /**
   * @param what there should be, for the refusal
   */
  Word next(String what) {
    if (!hasNext()) {
      throw wrong(number, end, "here should be " + what);
    }
    return words.get(next++);
  }

  String keyword(Set<String> known, String what) {
    var word = next(what);
    var text = word.text().toLowerCase(Locale.ROOT);
    if (!known.contains(text)) {
      var all = String.join(", ", known.stream().sorted().toList());
      throw wrong(number, word.column(), word.text() + " is none of " + all);
    }
    return text;
  }

  int count(String what) {
    var word = next("a number: " + what);
    try {
      return Integer.parseInt(word.text());
    } catch (NumberFormatException e) {
      throw wrong(number, word.column(), what + " must be a number, was " + word.text());
    }
  }

  void end() {
    if (hasNext()) {
      var word = words.get(next);
      throw wrong(number, word.column(), "nothing more was expected, but there is " + word.text());
    }
  }

  static RefusedException wrong(int line, int column, String what) {
    return new RefusedException(
        Refusal.invalid(
            "BAD_SPECIFICATION",
            "Line " + line + ", column " + column + " of the specification: " + what + ".",
            "Mend that line; docs/lists.md has the grammar of .spc files."));
  }
}
