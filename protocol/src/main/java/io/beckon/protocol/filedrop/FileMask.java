package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which names a watched place takes: a glob with {@code * ? [a-z] [!a-z] {csv,txt} \}, or {@code
 * regex:} and a regular expression for the whole name. Both look at text, not at paths, so that a
 * name no local file could have matches too.
 */
public final class FileMask {
  private static final String REGEX = "regex:";
  private static final int LONGEST = 500;

  private final Pattern pattern;

  private FileMask(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Refuses what is neither a glob nor a regular expression. */
  public static FileMask of(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new InvalidField("mask", "has 1 to " + LONGEST + " characters");
    }
    try {
      var regex =
          text.startsWith(REGEX) ? text.substring(REGEX.length()) : new Glob(text).toRegex();
      return new FileMask(Pattern.compile(regex, Pattern.DOTALL));
    } catch (PatternSyntaxException e) {
      throw new InvalidField(
          "mask",
          "must be a glob like *.csv or regex: with a regular expression, was "
              + text
              + " ("
              + e.getDescription()
              + ")");
    }
  }

  public boolean admits(String name) {
    return pattern.matcher(name).matches();
  }

  /** One pass over a glob. */
  private static final class Glob {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int open;

    Glob(String text) {
      this.text = text;
    }

    String toRegex() {
      while (at < text.length()) {
        step(text.charAt(at++));
      }
      if (open > 0) {
        throw new PatternSyntaxException("a { is not closed", text, at);
      }
      return out.toString();
    }

    private void step(char c) {
      switch (c) {
        case '*' -> out.append(".*");
        case '?' -> out.append('.');
        case '[' -> set();
        case '{' -> {
          open++;
          out.append("(?:");
        }
        case '}' -> close();
        case ',' -> out.append(open > 0 ? "|" : ",");
        case '\\' -> literal(next());
        default -> literal(c);
      }
    }

    private void close() {
      if (open-- == 0) {
        throw new PatternSyntaxException("a } was not opened", text, at);
      }
      out.append(')');
    }

    private void set() {
      out.append('[');
      if (at < text.length() && text.charAt(at) == '!') {
        at++;
        out.append('^');
      }
      for (char c = next(); c != ']'; c = next()) {
        out.append(c == '-' ? "-" : escaped(c));
      }
      out.append(']');
    }

    private void literal(char c) {
      out.append(escaped(c));
    }

    private char next() {
      if (at == text.length()) {
        throw new PatternSyntaxException("it ends too early", text, at);
      }
      return text.charAt(at++);
    }

    private static String escaped(char c) {
      return c < 128 && !Character.isLetterOrDigit(c) ? "\\" + c : String.valueOf(c);
    }
  }
}
