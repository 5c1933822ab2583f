package io.beckon.protocol.device;

import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression over digits, as numbering plans are written in: {@code 1(?:5\d|6[23])\d{7}}.
 */
sealed interface DigitPattern {
  int UNBOUNDED = Integer.MAX_VALUE;
  int ANY_DIGIT = 0x3FF;

  /**
   * One digit.
   *
   * @param mask bit n: n is one of them
   */
  record Digit(int mask) implements DigitPattern {
    @Override
    public int before(DigitStates states, int then) {
      return states.digit(mask, then);
    }
  }

  /** One behind the other. */
  record Sequence(List<DigitPattern> parts) implements DigitPattern {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public int before(DigitStates states, int then) {
      int first = then;
      for (int i = parts.size() - 1; i >= 0; i--) {
        first = parts.get(i).before(states, first);
      }
      return first;
    }
  }

  /** Any one of them. */
  record Choice(List<DigitPattern> branches) implements DigitPattern {
    public Choice {
      branches = List.copyOf(branches);
    }

    @Override
    public int before(DigitStates states, int then) {
      int first = branches.get(0).before(states, then);
      for (var branch : branches.subList(1, branches.size())) {
        first = states.either(branch.before(states, then), first);
      }
      return first;
    }
  }

  /** Several times the same. */
  record Repeat(DigitPattern part, int least, int most) implements DigitPattern {
    @Override
    public int before(DigitStates states, int then) {
      int first = most == UNBOUNDED ? states.loop(part, then) : then;
      for (int i = least; i < most && most != UNBOUNDED; i++) {
        first = states.either(part.before(states, first), then);
      }
      for (int i = 0; i < least; i++) {
        first = part.before(states, first);
      }
      return first;
    }
  }

  /**
   * @throws UnsupportedOperationException when it is written with more than digits, classes,
   *     groups, choices and repetitions
   */
  static DigitPattern of(String expression) {
    return new Parser(expression).whole();
  }

  /**
   * Puts the pattern in front of a state.
   *
   * @return the state in which it begins
   */
  int before(DigitStates states, int then);

  /** Whatever begins like it. */
  default DigitPattern asPrefix() {
    return new Sequence(List.of(this, new Repeat(new Digit(ANY_DIGIT), 0, UNBOUNDED)));
  }

  /** Reads an expression from left to right. */
  final class Parser {
    private final String text;
    private int at;

    private Parser(String text) {
      this.text = text;
    }

    private DigitPattern whole() {
      var all = choice();
      if (at < text.length()) {
        throw unsupported();
      }
      return all;
    }

    private DigitPattern choice() {
      var branches = new ArrayList<DigitPattern>();
      branches.add(sequence());
      while (taken("|")) {
        branches.add(sequence());
      }
      return branches.size() == 1 ? branches.get(0) : new Choice(branches);
    }

    private DigitPattern sequence() {
      var parts = new ArrayList<DigitPattern>();
      while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        parts.add(repeated(part()));
      }
      return new Sequence(parts);
    }

    private DigitPattern part() {
      if (taken("\\d")) {
        return new Digit(ANY_DIGIT);
      }
      if (taken("(?:") || taken("(") && !text.startsWith("?", at)) {
        var inner = choice();
        expect(")");
        return inner;
      }
      return taken("[") ? digits() : new Digit(1 << digit());
    }

    private Digit digits() {
      int mask = 0;
      while (!taken("]")) {
        int first = digit();
        int last = taken("-") ? digit() : first;
        for (int digit = first; digit <= last; digit++) {
          mask |= 1 << digit;
        }
      }
      return new Digit(mask);
    }

    private DigitPattern repeated(DigitPattern part) {
      DigitPattern repeated = part;
      if (taken("?")) {
        repeated = new Repeat(part, 0, 1);
      } else if (taken("*")) {
        repeated = new Repeat(part, 0, UNBOUNDED);
      } else if (taken("+")) {
        repeated = new Repeat(part, 1, UNBOUNDED);
      } else if (taken("{")) {
        repeated = counted(part);
      }
      if (!repeated.equals(part) && at < text.length() && "?+*{".indexOf(text.charAt(at)) >= 0) {
        throw unsupported();
      }
      return repeated;
    }

    private Repeat counted(DigitPattern part) {
      int least = number();
      int most = least;
      if (taken(",")) {
        most = text.startsWith("}", at) ? UNBOUNDED : number();
      }
      expect("}");
      return new Repeat(part, least, most);
    }

    private int number() {
      int number = digit();
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        number = number * 10 + digit();
      }
      return number;
    }

    private int digit() {
      if (at == text.length() || text.charAt(at) < '0' || text.charAt(at) > '9') {
        throw unsupported();
      }
      return text.charAt(at++) - '0';
    }

    private boolean taken(String token) {
      if (!text.startsWith(token, at)) {
        return false;
      }
      at += token.length();
      return true;
    }

    private void expect(String token) {
      if (!taken(token)) {
        throw unsupported();
      }
    }

    private UnsupportedOperationException unsupported() {
      return new UnsupportedOperationException("at " + at + " of " + text);
    }
  }
}
