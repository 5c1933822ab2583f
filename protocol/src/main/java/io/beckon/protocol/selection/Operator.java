package io.beckon.protocol.selection;

/**
 * How a field is compared. What is missing or blank satisfies EMPTY and the negative operators, and
 * no other; a negative operator holds exactly where its positive one does not.
 */
public enum Operator {
  EQUAL,
  NOT_EQUAL,
  /** {@code %} stands for any text, {@code _} for one character, {@code \} before either for it. */
  LIKE,
  NOT_LIKE,
  IN,
  NOT_IN,
  EMPTY,
  NOT_EMPTY,
  CONTAINS,
  NOT_CONTAINS,
  LT,
  LE,
  GT,
  GE,
  /** The value is a custom expression, which is to hold. */
  CUSTOM;

  /** The operator whose negation this is; itself when it is none. */
  public Operator positive() {
    return switch (this) {
      case NOT_EQUAL -> EQUAL;
      case NOT_LIKE -> LIKE;
      case NOT_IN -> IN;
      case NOT_EMPTY -> EMPTY;
      case NOT_CONTAINS -> CONTAINS;
      default -> this;
    };
  }

  public boolean isNegative() {
    return positive() != this;
  }

  boolean takesNone() {
    return positive() == EMPTY;
  }

  boolean takesSeveral() {
    return positive() == IN;
  }
}
