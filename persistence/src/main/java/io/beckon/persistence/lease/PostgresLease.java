package io.beckon.persistence.lease;

import akka.actor.Cancellable;
import akka.actor.ExtendedActorSystem;
import akka.coordination.lease.LeaseSettings;
import akka.coordination.lease.javadsl.Lease;
import io.beckon.persistence.DatabaseSetup;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease on a row in PostgreSQL, for the split brain resolver: of two halves of a cluster, the one
 * that writes the row first survives. Created by Akka from {@code beckon.lease}.
 */
public final class PostgresLease extends Lease {
  private static final Logger log = LoggerFactory.getLogger(PostgresLease.class);

  private final LeaseSettings settings;
  private final ExtendedActorSystem system;
  private final LeaseRow row;
  private final AtomicReference<@Nullable Holding> holding = new AtomicReference<>();

  public PostgresLease(LeaseSettings settings, ExtendedActorSystem system) {
    this.settings = settings;
    this.system = system;
    this.row =
        new LeaseRow(
            DatabaseSetup.of(system).database(),
            settings.leaseName(),
            settings.ownerName(),
            settings.timeoutSettings().getHeartbeatTimeout());
  }

  @Override
  public LeaseSettings getSettings() {
    return settings;
  }

  @Override
  public CompletionStage<Boolean> acquire() {
    return acquire(lost -> {});
  }

  @Override
  public CompletionStage<Boolean> acquire(Consumer<Optional<Throwable>> leaseLost) {
    var startedAt = System.nanoTime();
    return inTime(row.take()).thenApply(taken -> taken && hold(startedAt, leaseLost));
  }

  @Override
  public CompletionStage<Boolean> release() {
    letGo();
    return inTime(row.giveBack());
  }

  /** True only as long as the last write to PostgreSQL guarantees it. */
  @Override
  public boolean checkLease() {
    var now = holding.get();
    return now != null && System.nanoTime() - now.provenAt < heartbeatTimeout().toNanos();
  }

  private boolean hold(long startedAt, Consumer<Optional<Throwable>> leaseLost) {
    letGo();
    var interval = settings.timeoutSettings().getHeartbeatInterval();
    var beat =
        system
            .getScheduler()
            .scheduleWithFixedDelay(
                interval, interval, () -> prolong(leaseLost), system.getDispatcher());
    holding.set(new Holding(startedAt, beat));
    log.info("event=lease_taken lease={} owner={}", settings.leaseName(), settings.ownerName());
    return true;
  }

  private void prolong(Consumer<Optional<Throwable>> leaseLost) {
    var startedAt = System.nanoTime();
    inTime(row.prolong())
        .whenComplete(
            (still, failure) -> {
              if (failure == null && still) {
                holding.updateAndGet(now -> now == null ? null : new Holding(startedAt, now.beat));
              } else if (failure == null || !checkLease()) {
                letGo();
                log.warn("event=lease_lost lease={}", settings.leaseName());
                leaseLost.accept(Optional.ofNullable(failure));
              }
            });
  }

  private void letGo() {
    var last = holding.getAndSet(null);
    if (last != null) {
      last.beat.cancel();
    }
  }

  private Duration heartbeatTimeout() {
    return settings.timeoutSettings().getHeartbeatTimeout();
  }

  private <T> CompletionStage<T> inTime(CompletionStage<T> answer) {
    var limit = settings.timeoutSettings().getOperationTimeout();
    return answer.toCompletableFuture().copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @param provenAt System.nanoTime() before the write that proved it
   */
  private record Holding(long provenAt, Cancellable beat) {}
}
