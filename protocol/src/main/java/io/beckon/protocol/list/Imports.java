package io.beckon.protocol.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The imports of all lists as PostgreSQL keeps them; whether one is open is decided here. */
public interface Imports {
  /** An import that nobody may be looking after: its list is to be woken. */
  record Unattended(ListRef list, ImportId importId) {}

  /** Keeps a new import as QUEUED; a known idempotency key gives the import it made first. */
  CompletionStage<ImportId> create(NewImport wish);

  CompletionStage<Optional<ImportView>> find(TenantId tenant, ImportId id);

  /** Newest first. */
  CompletionStage<Page<ImportView>> page(
      TenantId tenant, @Nullable ImportKind kind, @Nullable Long listId, PageRequest page);

  /** One report, in the order of the file. */
  Source<RowIssue, NotUsed> issues(ImportId id, ImportReport report);

  /**
   * Gives the import to a new loader: RUNNING, with the next epoch.
   *
   * @return the epoch; empty when the import is final
   */
  CompletionStage<OptionalLong> begin(ImportId id);

  /** Whether it is queued or running. */
  CompletionStage<Boolean> isOpen(ImportId id);

  /**
   * Ends an open import; nothing of it stays. Cancelling a cancelled one changes nothing; a
   * completed or failed one refuses.
   */
  CompletionStage<ImportView> cancel(TenantId tenant, ImportId id);

  /** Open imports that nobody has said anything about for {@code silent}. */
  CompletionStage<List<Unattended>> unattended(Duration silent);
}
