package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.compliance.Decisions;
import io.beckon.protocol.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in PostgreSQL. They are written before they are answered: whoever waits meanwhile
 * shares the next transaction, so a commit is paid once for hundreds of decisions.
 */
public final class PostgresDecisions implements Decisions {
  private static final int MOST_WAITING = 20_000;

  private final Database database;
  private final Map<TenantId, DeviceHmac> keys = new ConcurrentHashMap<>();
  private List<Decision> waiting = new ArrayList<>();
  private CompletableFuture<Void> next = new CompletableFuture<>();
  private boolean writing;

  public PostgresDecisions(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Void> keep(List<Decision> decisions) {
    CompletableFuture<Void> kept;
    synchronized (this) {
      if (waiting.size() + decisions.size() > MOST_WAITING) {
        return CompletableFuture.failedFuture(
            new RejectedExecutionException("more decisions are waiting than can be written"));
      }
      waiting.addAll(decisions);
      kept = next;
    }
    writeNext();
    return kept;
  }

  private void writeNext() {
    List<Decision> batch;
    CompletableFuture<Void> done;
    synchronized (this) {
      if (writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
      batch = waiting;
      done = next;
      waiting = new ArrayList<>();
      next = new CompletableFuture<>();
    }
    write(batch)
        .whenComplete(
            (nothing, failure) -> {
              synchronized (this) {
                writing = false;
              }
              writeNext();
              complete(done, failure);
            });
  }

  private CompletionStage<Void> write(List<Decision> batch) {
    try {
      return database.useTransaction(
          h -> DecisionRows.insert(h, batch, d -> hmac(h, d.tenant()).of(d.device())));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void complete(CompletableFuture<Void> done, @Nullable Throwable failure) {
    if (failure == null) {
      done.complete(null);
    } else {
      done.completeExceptionally(failure);
    }
  }

  @Override
  public CompletionStage<Page<DecisionView>> page(TenantId tenant, Query query, PageRequest page) {
    return database.withHandle(
        h -> {
          byte[] device = query.device() == null ? null : hmac(h, tenant).of(query.device());
          List<DecisionView> found = DecisionRows.page(h, tenant, query, device, page);
          return Pages.of(found, page, row -> row.id().toString());
        });
  }

  private DeviceHmac hmac(org.jdbi.v3.core.Handle handle, TenantId tenant) {
    return keys.computeIfAbsent(tenant, t -> DeviceHmac.read(handle, t));
  }
}
