package io.beckon.persistence.list;

import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import org.jdbi.v3.core.Handle;

/** Takes away what an import has brought that failed or was cancelled. */
final class Leftovers {
  private Leftovers() {}

  static void remove(Handle handle, ListRef list, ImportId importId) {
    long id = importId.value();
    if (list.kind() == ImportKind.CONTACTS) {
      remove(handle, Partitions.devices(list.listId()), id);
      remove(handle, Partitions.contacts(list.listId()), id);
      ChangeTables.drop(handle, importId);
      for (var part : Parts.of(handle, new LoadFence(list, importId, 0))) {
        remove(handle, Partitions.devices(part.list().listId()), part.importId().value());
        remove(handle, Partitions.contacts(part.list().listId()), part.importId().value());
      }
      Parts.end(handle, importId);
    } else {
      // What was suppressed before stays so, even more widely: that can only spare somebody a call.
      handle.execute(
          "UPDATE suppression_entry SET import_id = NULL WHERE list_id = ? AND import_id = ?"
              + " AND widened",
          list.listId(),
          id);
      handle.execute(
          "DELETE FROM suppression_entry WHERE list_id = ? AND import_id = ?", list.listId(), id);
    }
    handle.execute("DELETE FROM import_issue WHERE import_id = ?", id);
  }

  private static void remove(Handle handle, String partition, long importId) {
    handle
        .createUpdate("DELETE FROM <partition> WHERE import_id = :import")
        .define("partition", partition)
        .bind("import", importId)
        .execute();
  }
}
