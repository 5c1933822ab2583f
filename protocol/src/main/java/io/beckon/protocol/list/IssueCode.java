package io.beckon.protocol.list;

/** What may be wrong with a row, or with a device of it. */
public enum IssueCode {
  NO_DEVICE,
  INVALID_PHONE,
  /** A valid number, at which the caller pays whoever is called. */
  PREMIUM_RATE,
  INVALID_EMAIL,
  RAGGED_ROW,
  UNCLOSED_QUOTE,
  TOO_LONG,
  BAD_CHARSET,
  BAD_VALUE,
  /** The person was erased at their wish. */
  ERASED,
  /** All devices of a row are known already; as a warning: this one is, the row has others. */
  DUPLICATE_DEVICE,
  DUPLICATE_CLIENT_ID,
  /** An earlier row of the file has changed, or brought, the contact with this key. */
  DUPLICATE_KEY,
  /** All that a row of a suppression file names is suppressed already. */
  DUPLICATE_VALUE,
  /** A selection rule keeps the row out; as a warning: this device of it. */
  FILTERED,
  /** Likewise, because a custom expression of the rule cannot be evaluated for what is there. */
  RULE_FAILED;

  /** Whether a row with this is counted as filtered, not as rejected. */
  public boolean isFiltered() {
    return this == FILTERED || this == RULE_FAILED;
  }
}
