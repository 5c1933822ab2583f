package io.beckon.protocol.suppression;

import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.tenant.TenantId;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/** Brings what an import has put into PostgreSQL to where checks look. */
public interface SuppressionPublisher {
  /**
   * Completes when every entry of the import is enforced; the loader calls it after the last chunk
   * is committed and shows COMPLETED only then. Repeats are harmless: after a failure, or on
   * another node, it is called again. The entries stand in {@code suppression_entry} with this
   * {@code import_id}, while the import itself is still RUNNING with {@code loaded} set; a rebuild
   * that happens meanwhile has to include them ({@code state = 'COMPLETED' OR loaded}).
   *
   * @param published told now and then how many entries are enforced by then
   */
  CompletionStage<Void> publishImport(
      TenantId tenant, SuppressionListId list, ImportId importId, LongConsumer published);
}
