package io.beckon.persistence.list;

import io.beckon.persistence.SuppressionListLock;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.suppression.SuppressionListId;
import org.jdbi.v3.core.Handle;

/**
 * New terms of entries that are on a suppression list already: they wait until their import is
 * completed. An entry that somebody has changed since its row was read stays as they made it.
 */
final class ChangedTerms {
  private static final String MERGE =
      """
      UPDATE suppression_entry e SET valid_from = c.valid_from, own_till = c.own_till,
        valid_till = c.valid_till, reason = c.reason, import_id = c.import_id, row_no = c.row_no,
        widened = false, revision = nextval('suppression_revision_seq')
      FROM suppression_change c
      WHERE c.import_id = :import AND e.list_id = :list AND e.value = c.value
        AND e.revision = c.revision
      """;

  private ChangedTerms() {}

  /** In the transaction that completes the import. */
  static void merge(Handle handle, SuppressionListId list, ImportId importId) {
    SuppressionListLock.adding(handle, list);
    handle
        .createUpdate(MERGE)
        .bind("import", importId.value())
        .bind("list", list.value())
        .execute();
  }
}
