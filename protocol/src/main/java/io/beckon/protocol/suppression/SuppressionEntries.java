package io.beckon.protocol.suppression;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The entries of suppression lists. A change is acknowledged when it is committed in PostgreSQL and
 * set in Redis; else it is refused with 503 {@code NOT_YET_IN_FORCE}, is kept, and takes effect as
 * soon as Redis is back.
 */
public interface SuppressionEntries {
  /** Refuses a list that is not there (404). Replaces what was said of the same value. */
  CompletionStage<Added> add(TenantId tenant, SuppressionListId list, List<NewEntry> entries);

  /** In the order of their values. */
  CompletionStage<Page<EntryView>> page(TenantId tenant, SuppressionListId list, PageRequest page);

  CompletionStage<Optional<EntryView>> find(TenantId tenant, SuppressionListId list, String value);

  /** All entries in the order of their values, as a file, in bounded memory. */
  Source<ByteString, NotUsed> export(
      TenantId tenant, SuppressionListId list, ExportOptions options);

  /** Refuses a value that is not on the list (404). */
  CompletionStage<Void> remove(TenantId tenant, SuppressionListId list, String value);

  /**
   * One that is not to be contacted.
   *
   * @param value as people write it
   * @param from null: at once
   * @param till exclusive; null: for as long as the list keeps it
   */
  record NewEntry(
      String value, @Nullable Instant from, @Nullable Instant till, @Nullable String reason) {}

  /** What became of them. */
  record Added(int accepted, List<RejectedEntry> rejected) {
    public Added {
      rejected = List.copyOf(rejected);
    }
  }

  /** One that was not taken, as it was written. */
  record RejectedEntry(String value, String code, String reason) {}

  record EntryView(
      String value, @Nullable Instant from, @Nullable Instant till, @Nullable String reason) {}
}
