package io.beckon.persistence.list;

import io.beckon.persistence.SuppressionListLock;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Has Redis told how the entries stand that an import meant to change, once it is over. Their new
 * revisions would make the next import that replaces terms take them for changed by hand, or for
 * newer than its floor: so that one finishes the telling first.
 */
public final class Retelling {
  private static final int AT_ONCE = 1_000;

  private static final String NEXT =
      """
      SELECT o.import_id FROM import o JOIN import i ON i.import_id = :import
      WHERE o.changes_open AND o.state NOT IN ('QUEUED', 'RUNNING')
        AND o.list_id = :list AND o.tenant_id = :tenant AND o.kind = 'SUPPRESSION'
        AND i.options ->> 'mode' IN ('UPDATE', 'REPLACE')
      ORDER BY o.import_id LIMIT 1
      """;

  private static final String TAKE =
      """
      WITH bunch AS (SELECT value FROM suppression_change WHERE import_id = :import
        ORDER BY value LIMIT :limit)
      DELETE FROM suppression_change c USING bunch
      WHERE c.import_id = :import AND c.value = bunch.value RETURNING c.value
      """;

  private static final String DRAW =
      """
      UPDATE suppression_entry SET revision = nextval('suppression_revision_seq')
      WHERE list_id = :list AND tenant_id = :tenant AND value = ANY (:values)
      RETURNING value, revision, valid_from, valid_till
      """;

  private final ChangeNotes notes;
  private final Handle handle;
  private final TenantId tenant;
  private final SuppressionListId list;

  public Retelling(ChangeNotes notes, TenantId tenant, SuppressionListId list) {
    this.notes = notes;
    this.handle = notes.handle();
    this.tenant = tenant;
    this.list = list;
  }

  /**
   * Everything that is still to be told of the list, before an import that replaces terms reads it.
   */
  void finishFor(long importId) {
    for (var over = next(importId); over != 0; over = next(importId)) {
      step(over);
    }
  }

  private long next(long importId) {
    return handle
        .createQuery(NEXT)
        .bind("import", importId)
        .bind("list", list.value())
        .bind("tenant", tenant.value())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** The next of an import's entries; when there are none left, it is closed. */
  public void step(long importId) {
    SuppressionListLock.adding(handle, list);
    List<String> values =
        handle
            .createQuery(TAKE)
            .bind("import", importId)
            .bind("limit", AT_ONCE)
            .mapTo(String.class)
            .list();
    if (values.isEmpty()) {
      handle.execute("UPDATE import SET changes_open = false WHERE import_id = ?", importId);
      return;
    }
    List<EntryRow> rows =
        handle
            .createQuery(DRAW)
            .bind("list", list.value())
            .bind("tenant", tenant.value())
            .bindArray("values", String.class, values)
            .map((row, ctx) -> entry(row))
            .list();
    notes.entries(tenant, list, rows);
  }

  private static EntryRow entry(ResultSet row) throws SQLException {
    return new EntryRow(
        row.getString(1),
        row.getLong(2),
        instant(row, "valid_from"),
        instant(row, "valid_till"),
        true);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
