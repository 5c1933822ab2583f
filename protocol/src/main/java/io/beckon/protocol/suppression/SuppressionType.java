package io.beckon.protocol.suppression;

/** What the entries of a suppression list are. */
public enum SuppressionType {
  DEVICE,
  CLIENT_ID
}
