package io.beckon.protocol.device;

/** What {@link PhoneNumbers} made of a text: a number that can be dialled, or why not. */
public sealed interface PhoneReading {
  /** A valid number and what it tells of itself. */
  record Dialable(DeviceFacts facts) implements PhoneReading {}

  /**
   * Not a number to dial.
   *
   * @param reason a sentence for the reject report; never repeats the text itself
   */
  record Rejected(String reason) implements PhoneReading {
    /** The code that import reports show. */
    public static final String CODE = "INVALID_PHONE";

    /** {@code 1.2125E+10}: which of a million numbers it was cannot be told any more. */
    public static final String LOST_DIGITS =
        "was rounded by a spreadsheet and has lost digits; format the column as text and export it"
            + " again";

    /** {@code 12125550123.5}: nobody's number, though without its dot it might be somebody's. */
    public static final String FRACTION =
        "is a number with decimals, which no phone number has; format the column as text and"
            + " export it again";

    /** Whether a spreadsheet made of the number what cannot be undone. */
    public boolean isSpoilt() {
      return reason.equals(LOST_DIGITS) || reason.equals(FRACTION);
    }
  }
}
