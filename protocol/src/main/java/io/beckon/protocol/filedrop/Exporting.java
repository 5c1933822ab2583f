package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import org.jspecify.annotations.Nullable;

/** What a place to which a list is written needs, and what makes no sense there. */
final class Exporting {
  private Exporting() {}

  static void check(
      @Nullable String contactListId,
      @Nullable String cron,
      @Nullable String marker,
      AfterTaking after) {
    if (contactListId == null) {
      throw new InvalidField(
          "contactListId", "is missing; EXPORT_CONTACTS needs the list that is exported");
    }
    if (cron == null) {
      throw new InvalidField(
          "cron",
          "is missing; EXPORT_CONTACTS needs the times of the export, and every set to null");
    }
    if (marker != null || after.action() != AfterTaking.Action.LEAVE) {
      throw new InvalidField(
          marker == null ? "after" : "marker",
          "goes with files that are taken only; leave it out with EXPORT_CONTACTS");
    }
  }
}
