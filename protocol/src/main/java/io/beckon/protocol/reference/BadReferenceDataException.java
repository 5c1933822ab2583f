package io.beckon.protocol.reference;

import java.util.List;

/** A file of reference data that is not taken. */
public final class BadReferenceDataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Flaw> flaws;

  /**
   * What is wrong with one line.
   *
   * @param line from 1; 0: the file as a whole
   */
  public record Flaw(int line, String reason) {
    @Override
    public String toString() {
      return line == 0 ? "The file " + reason : "Line " + line + " " + reason;
    }
  }

  BadReferenceDataException(List<Flaw> flaws) {
    super(flaws.get(0) + ".");
    this.flaws = List.copyOf(flaws);
  }

  /** At least one; the first hundred. */
  public List<Flaw> flaws() {
    return flaws;
  }
}
