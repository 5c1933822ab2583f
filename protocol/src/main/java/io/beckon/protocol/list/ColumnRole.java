package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/** What the fields of a column mean. */
public enum ColumnRole {
  PHONE(60),
  EMAIL(254),
  CLIENT_ID(64),
  FIRST_NAME(64),
  LAST_NAME(64),
  COMPANY(64),
  TIME_ZONE(64),
  POSTAL_CODE(20),
  STATE(64),
  COUNTRY(64),
  /** From when an entry of a suppression list holds. */
  FROM(64),
  /** Until when. */
  TILL(64),
  /** Why. */
  REASON(200),
  /** Kept under the column's name. */
  OTHER(4_000);

  private final int longest;

  ColumnRole(int longest) {
    this.longest = longest;
  }

  /** Characters a field may have. */
  public int longest() {
    return longest;
  }

  /** As mappings call it; null for {@link #OTHER}, and of devices without their number. */
  public @Nullable String field() {
    return switch (this) {
      case PHONE -> "device";
      case EMAIL -> "email";
      case CLIENT_ID -> "clientId";
      case FIRST_NAME -> "firstName";
      case LAST_NAME -> "lastName";
      case COMPANY -> "company";
      case TIME_ZONE -> "timeZone";
      case POSTAL_CODE -> "postalCode";
      case STATE -> "state";
      case COUNTRY -> "country";
      case FROM -> "from";
      case TILL -> "till";
      case REASON -> "reason";
      case OTHER -> null;
    };
  }

  /** Whether only suppression files have such columns. */
  public boolean isOfEntries() {
    return this == FROM || this == TILL || this == REASON;
  }

  public boolean isDevice() {
    return this == PHONE || this == EMAIL;
  }
}
