package io.beckon.protocol.list;

/** By what a row is known as one that the file or the list has already. */
public enum Dedupe {
  /** A device that is known is dropped; a row with none left is a duplicate. */
  DEVICE,
  /** A row whose Client ID is known is a duplicate; rows without one never are. */
  CLIENT_ID,
  /** A row is a duplicate by its Client ID, or else by its devices. */
  BOTH,
  /** Everything is loaded. */
  NONE;

  public boolean byDevice() {
    return this == DEVICE || this == BOTH;
  }

  public boolean byClientId() {
    return this == CLIENT_ID || this == BOTH;
  }
}
