package io.beckon.protocol;

/** A value that a record refuses; the HTTP edge answers 422 and names the field. */
public final class InvalidField extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field as the JSON names it, {@code treatments.interval}
   * @param message what is wrong with which value, and what would be right
   */
  public InvalidField(String field, String message) {
    super(field + " " + message);
    this.field = field;
  }

  public String field() {
    return field;
  }

  /** The same of a record that stands in another one. */
  public InvalidField within(String outer) {
    return new InvalidField(
        outer + "." + field, String.valueOf(getMessage()).substring(field.length() + 1));
  }
}
