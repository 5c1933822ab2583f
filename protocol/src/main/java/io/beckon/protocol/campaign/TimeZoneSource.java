package io.beckon.protocol.campaign;

/** Whose zones a group's own calling window looks at. Rules of law always look at the device's. */
public enum TimeZoneSource {
  DEVICE,
  CONTACT,
  CONTACT_THEN_DEVICE,
  /** Only in the intersection of both. */
  CONTACT_AND_DEVICE
}
