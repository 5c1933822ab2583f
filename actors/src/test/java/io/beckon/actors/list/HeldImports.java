package io.beckon.actors.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down what a list asks and answers when the test says so. */
final class HeldImports implements Imports {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private CompletableFuture<OptionalLong> begun = new CompletableFuture<>();
  private CompletableFuture<Boolean> open = new CompletableFuture<>();

  /** What was asked since the last time, such as {@code begin1}. */
  List<String> asked() {
    var all = new ArrayList<>(asked);
    asked.clear();
    return all;
  }

  /** The answer to the last {@link #begin}. */
  CompletableFuture<OptionalLong> begun() {
    return begun;
  }

  /** The answer to the last {@link #isOpen}. */
  CompletableFuture<Boolean> open() {
    return open;
  }

  @Override
  public CompletionStage<OptionalLong> begin(ImportId id) {
    begun = new CompletableFuture<>();
    asked.add("begin" + id);
    return begun;
  }

  @Override
  public CompletionStage<Boolean> isOpen(ImportId id) {
    open = new CompletableFuture<>();
    asked.add("look" + id);
    return open;
  }

  @Override
  public CompletionStage<ImportId> create(NewImport wish) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Optional<ImportView>> find(TenantId tenant, ImportId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Page<ImportView>> page(
      TenantId tenant, @Nullable ImportKind kind, @Nullable Long listId, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Source<RowIssue, NotUsed> issues(ImportId id, ImportReport report) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<ImportView> cancel(TenantId tenant, ImportId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<List<Unattended>> unattended(Duration silent) {
    throw new UnsupportedOperationException();
  }
}
