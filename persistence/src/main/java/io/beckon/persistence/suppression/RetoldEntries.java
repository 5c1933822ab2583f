package io.beckon.persistence.suppression;

import io.beckon.persistence.Database;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.persistence.list.Retelling;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Tells Redis how the entries stand that an import meant to change, now that it is over, whichever
 * way. Until then Redis suppresses by their old and their new terms.
 */
public final class RetoldEntries implements Sweep {
  private static final String NEXT =
      """
      SELECT import_id, tenant_id, list_id FROM import
      WHERE changes_open AND state NOT IN ('QUEUED', 'RUNNING') ORDER BY import_id LIMIT 1
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
          next.ifPresent(
              over -> new Retelling(notes, over.tenant(), over.list()).step(over.importId()));
          return next.isPresent();
        });
  }
}
