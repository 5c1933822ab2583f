package io.beckon.persistence.compliance;

import io.beckon.persistence.Database;
import io.beckon.protocol.compliance.RuleSet;
import io.beckon.protocol.compliance.RuleSets;
import io.beckon.protocol.registry.RegistryLookup;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of every tenant this node has to do with, read from PostgreSQL. What is older than a
 * third of a second is read again in the background, what is older than a second is not given out.
 */
public final class PostgresRuleSets implements RuleSets {
  private static final long FRESH = Duration.ofMillis(300).toNanos();
  private static final long GOOD = Duration.ofSeconds(1).toNanos();

  private final Database database;
  private final RegistryLookup registries;
  private final Map<TenantId, Slot> slots = new ConcurrentHashMap<>();

  /**
   * @param registries what this node has mapped
   */
  public PostgresRuleSets(Database database, RegistryLookup registries) {
    this.database = database;
    this.registries = registries;
  }

  @Override
  public CompletionStage<RuleSet> current(TenantId tenant) {
    return slot(tenant).current();
  }

  @Override
  public CompletionStage<RuleSet> atLeast(TenantId tenant, long version) {
    Slot slot = slot(tenant);
    Read last = slot.last;
    return last != null && last.rules.version() >= version
        ? CompletableFuture.completedFuture(last.rules)
        : slot.readAgain();
  }

  private Slot slot(TenantId tenant) {
    return slots.computeIfAbsent(tenant, Slot::new);
  }

  /** What was read, and when the reading began. */
  private record Read(RuleSet rules, long began) {}

  /** One tenant's rules; one reading at a time. */
  private final class Slot {
    private final TenantId tenant;
    private volatile @Nullable Read last;
    private @Nullable CompletableFuture<RuleSet> reading;

    Slot(TenantId tenant) {
      this.tenant = tenant;
    }

    CompletionStage<RuleSet> current() {
      Read read = last;
      long age = read == null ? Long.MAX_VALUE : System.nanoTime() - read.began;
      if (read == null || age > GOOD) {
        return joinReading();
      }
      if (age > FRESH) {
        joinReading();
      }
      return CompletableFuture.completedFuture(read.rules);
    }

    /** Begun after now: what is being read already may be too old. */
    CompletionStage<RuleSet> readAgain() {
      CompletableFuture<RuleSet> running;
      synchronized (this) {
        running = reading;
      }
      return running == null
          ? joinReading()
          : running.handle((rules, failure) -> 0).thenCompose(done -> joinReading());
    }

    private synchronized CompletableFuture<RuleSet> joinReading() {
      CompletableFuture<RuleSet> running = reading;
      if (running == null) {
        running = read();
        reading = running;
        running.whenComplete((rules, failure) -> done());
      }
      return running;
    }

    private CompletableFuture<RuleSet> read() {
      long began = System.nanoTime();
      RuleSet known = last == null ? null : last.rules;
      return database
          .inTransaction(h -> RuleSetRows.read(h, tenant, known, registries))
          .thenApply(
              rules -> {
                last = new Read(rules, began);
                return rules;
              })
          .toCompletableFuture();
    }

    private synchronized void done() {
      reading = null;
    }
  }
}
