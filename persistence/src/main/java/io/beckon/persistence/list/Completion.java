package io.beckon.persistence.list;

import io.beckon.persistence.CountWish;
import io.beckon.persistence.SuppressionCountWish;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.suppression.SuppressionListId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What happens to a list in the transaction that completes an import. */
final class Completion {
  private static final String FLUSH =
      """
      WITH list AS (
        UPDATE contact_list SET flushed_at = :now, removed = 0 WHERE list_id = :list)
      UPDATE import SET state = 'FLUSHED'
      WHERE tenant_id = :tenant AND list_id = :list AND kind IN ('CONTACTS', 'SINGLE', 'PART')
        AND state = 'COMPLETED' AND import_id <> :id
      """;

  private static final String RAISE_FLOOR =
      """
      UPDATE suppression_list l SET floor = i.floor, replaced_by = i.import_id, swept = false
      FROM import i WHERE i.import_id = :id AND l.list_id = :list AND i.floor IS NOT NULL
      """;

  private Completion() {}

  /** Before it is known whether the loader still has its right; taken back if not. */
  static void prepare(Handle handle, LoadFence fence) {
    if (fence.list().kind() == ImportKind.CONTACTS) {
      ChangeTables.merge(handle, fence);
      analyze(handle, fence);
      Parts.of(handle, fence).forEach(part -> analyze(handle, part));
    } else {
      ChangedTerms.merge(handle, new SuppressionListId(fence.list().listId()), fence.importId());
      SuppressionCountWish.soon(handle, fence.list().listId());
    }
  }

  /** A sample of 9,000 rows is enough until autovacuum takes a larger one; observers wait. */
  private static void analyze(Handle handle, LoadFence fence) {
    handle.execute("SET LOCAL default_statistics_target = 30");
    handle.execute("ANALYZE " + Partitions.contacts(fence.list().listId()));
    handle.execute("ANALYZE " + Partitions.devices(fence.list().listId()));
    CountWish.soon(handle, fence.list().listId());
  }

  /** Takes away what was on the list before, however much, if the import replaces it. */
  static void replace(Handle handle, LoadFence fence, Instant now) {
    Parts.end(handle, fence.importId());
    if (!replaces(handle, fence)) {
      return;
    }
    boolean contacts = fence.list().kind() == ImportKind.CONTACTS;
    var update =
        handle
            .createUpdate(contacts ? FLUSH : RAISE_FLOOR)
            .bind("id", fence.importId().value())
            .bind("list", fence.list().listId());
    if (contacts) {
      update.bind("tenant", fence.list().tenant().value()).bind("now", now);
    }
    update.execute();
  }

  private static boolean replaces(Handle handle, LoadFence fence) {
    return handle
        .createQuery(
            "SELECT coalesce(options ->> 'mode', '') = 'REPLACE' FROM import WHERE import_id = ?")
        .bind(0, fence.importId().value())
        .mapTo(Boolean.class)
        .one();
  }
}
