package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.compliance.Decisions;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in PostgreSQL. They are written before they are answered: whoever waits meanwhile
 * shares the next transaction, so a commit is paid once for hundreds of decisions. Each is a link
 * of this process's chain of the tenant and day.
 */
public final class PostgresDecisions implements Decisions {
  private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

  private static final int MOST_WAITING = 20_000;

  /** How long denials of what could not be checked are counted before they are written. */
  private static final Duration COUNTED_FOR = Duration.ofSeconds(10);

  private final Database database;
  private final EvidenceChains chains = new EvidenceChains();
  private final DoubtTally tally = new DoubtTally();
  private final AtomicBoolean counting = new AtomicBoolean();
  private final Executor later;
  private final Map<TenantId, DeviceHmac> keys = new ConcurrentHashMap<>();
  private List<Decision> waiting = new ArrayList<>();
  private CompletableFuture<Void> next = new CompletableFuture<>();
  private boolean writing;
  private boolean doubtsDue;

  public PostgresDecisions(Database database) {
    this(database, COUNTED_FOR);
  }

  PostgresDecisions(Database database, Duration countedFor) {
    this.database = database;
    this.later = CompletableFuture.delayedExecutor(countedFor.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void doubt(Decision denied) {
    tally.add(denied);
    countOn();
  }

  private void countOn() {
    if (counting.compareAndSet(false, true)) {
      later.execute(this::doubtsAreDue);
    }
  }

  private void doubtsAreDue() {
    counting.set(false);
    synchronized (this) {
      doubtsDue = true;
    }
    writeNext();
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
    DoubtTally.Taken doubts;
    CompletableFuture<Void> done;
    synchronized (this) {
      if (writing || waiting.isEmpty() && !doubtsDue) {
        return;
      }
      writing = true;
      doubts = doubtsDue ? tally.take() : DoubtTally.NONE;
      doubtsDue = false;
      batch = waiting;
      done = next;
      waiting = new ArrayList<>();
      next = new CompletableFuture<>();
    }
    var decided = batch.isEmpty() ? DONE : write(batch, DoubtTally.NONE);
    // Apart, so that doubts which cannot be written take no decision with them.
    decided
        .handle(
            (nothing, failure) -> {
              complete(done, failure);
              return nothing;
            })
        .thenCompose(nothing -> doubts.isEmpty() ? DONE : write(List.of(), doubts))
        .whenComplete((nothing, failure) -> goOn());
  }

  private void goOn() {
    synchronized (this) {
      writing = false;
    }
    writeNext();
  }

  private CompletionStage<Void> write(List<Decision> decided, DoubtTally.Taken doubts) {
    try {
      return database
          .inTransaction(h -> written(h, decided, doubts))
          .thenAccept(chains::written)
          .whenComplete((nothing, failure) -> lostIf(failure, doubts));
    } catch (RuntimeException e) {
      lostIf(e, doubts);
      return CompletableFuture.failedFuture(e);
    }
  }

  private EvidenceChains.Batch written(
      Handle handle, List<Decision> decided, DoubtTally.Taken doubts) {
    List<Map.Entry<String, EvidenceLine>> rows = new ArrayList<>(decided.size() + 1);
    for (Decision decision : decided) {
      var line = DecisionInputs.line(decision, hmac(handle, decision.tenant()));
      rows.add(Map.entry(decision.tenant().value(), line));
    }
    rows.addAll(doubts.rows());
    var batch = chains.link(rows);
    chains
        .newMonths(batch)
        .forEach(
            day ->
                handle
                    .select("SELECT decision_month(?::date)::text", day)
                    .mapTo(String.class)
                    .list());
    DecisionRows.insert(handle, batch);
    return batch;
  }

  private void lostIf(@Nullable Throwable failure, DoubtTally.Taken doubts) {
    if (failure == null) {
      return;
    }
    chains.lost();
    if (!doubts.isEmpty()) {
      tally.putBack(doubts);
      countOn();
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

  private DeviceHmac hmac(Handle handle, TenantId tenant) {
    return keys.computeIfAbsent(tenant, t -> DeviceHmac.read(handle, t));
  }
}
