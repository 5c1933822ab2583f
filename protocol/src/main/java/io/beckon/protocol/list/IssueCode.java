package io.beckon.protocol.list;

/** What may be wrong with a row, or with a device of it. */
public enum IssueCode {
  NO_DEVICE,
  INVALID_PHONE,
  INVALID_EMAIL,
  RAGGED_ROW,
  UNCLOSED_QUOTE,
  TOO_LONG,
  BAD_CHARSET,
  BAD_VALUE,
  /** Only a warning: the device is known already, the row has others. */
  DUPLICATE_DEVICE
}
