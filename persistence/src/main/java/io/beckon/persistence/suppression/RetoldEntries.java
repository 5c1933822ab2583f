package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.SuppressionListLock;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Tells Redis how the entries stand that an import meant to change, now that it is over, whichever
 * way. Until then Redis suppresses by their old and their new terms.
 */
public final class RetoldEntries implements Sweep {
  private static final int AT_ONCE = 1_000;

  private static final String NEXT =
      """
      SELECT import_id, tenant_id, list_id FROM import
      WHERE changes_open AND state NOT IN ('QUEUED', 'RUNNING') ORDER BY import_id LIMIT 1
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

  private record Over(long importId, TenantId tenant, SuppressionListId list) {}

  private final Database database;
  private final RedisOutbox outbox;

  public RetoldEntries(Database database, RedisOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  public CompletionStage<Boolean> step() {
    return database
        .withHandle(
            handle ->
                handle
                    .createQuery(NEXT)
                    .map(
                        (row, ctx) ->
                            new Over(
                                row.getLong(1),
                                new TenantId(row.getString(2)),
                                new SuppressionListId(row.getLong(3))))
                    .findOne())
        .thenCompose(this::tell);
  }

  private CompletionStage<Boolean> tell(Optional<Over> next) {
    return outbox.apply(
        notes -> {
          next.ifPresent(over -> tell(notes, over));
          return next.isPresent();
        });
  }

  private static void tell(ChangeNotes notes, Over over) {
    var handle = notes.handle();
    SuppressionListLock.adding(handle, over.list());
    var values =
        handle
            .createQuery(TAKE)
            .bind("import", over.importId())
            .bind("limit", AT_ONCE)
            .mapTo(String.class)
            .list();
    if (values.isEmpty()) {
      handle.execute("UPDATE import SET changes_open = false WHERE import_id = ?", over.importId());
      return;
    }
    List<EntryRow> rows =
        handle
            .createQuery(DRAW)
            .bind("list", over.list().value())
            .bind("tenant", over.tenant().value())
            .bindArray("values", String.class, values)
            .map(
                (row, ctx) ->
                    new EntryRow(
                        row.getString(1),
                        row.getLong(2),
                        ListRows.instant(row, "valid_from"),
                        ListRows.instant(row, "valid_till"),
                        true))
            .list();
    notes.entries(over.tenant(), over.list(), rows);
  }
}
