package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.list.ImportKind;
import org.jspecify.annotations.Nullable;

/** What a place to which a list is written needs, and what makes no sense there. */
final class Exporting {
  private Exporting() {}

  static void check(DropWork work, DropTimes times, @Nullable String marker, AfterTaking after) {
    var action = work.action();
    if (work.listId() == null) {
      throw new InvalidField(
          action.lists() == ImportKind.CONTACTS ? "contactListId" : "suppressionListId",
          "is missing; " + action + " needs the list that is exported");
    }
    if (times.cron() == null) {
      throw new InvalidField(
          "cron",
          "is missing; " + action + " needs the times of the export, and every set to null");
    }
    if (marker != null || after.action() != AfterTaking.Action.LEAVE) {
      throw new InvalidField(
          marker == null ? "after" : "marker",
          "goes with files that are taken only; leave it out with " + action);
    }
  }
}
