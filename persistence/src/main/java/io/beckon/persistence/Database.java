package io.beckon.persistence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * PostgreSQL behind futures. All blocking work runs on the executor it is given, never on an
 * actor's thread; the executor and the pool have the same size, so a call waits in one queue only.
 */
public final class Database {
  private final DataSource dataSource;
  private final Jdbi jdbi;
  private final Executor executor;

  public Database(DataSource dataSource, Executor executor) {
    this.dataSource = dataSource;
    this.jdbi = Jdbi.create(dataSource);
    this.executor = executor;
  }

  /** One transaction; rolled back when {@code work} throws. */
  public <T> CompletionStage<T> inTransaction(Function<Handle, T> work) {
    return CompletableFuture.supplyAsync(() -> jdbi.inTransaction(work::apply), executor);
  }

  /** Like {@link #inTransaction} without a result. */
  public CompletionStage<Void> useTransaction(Consumer<Handle> work) {
    return CompletableFuture.runAsync(() -> jdbi.useTransaction(work::accept), executor);
  }

  /** Auto-commit; for reads and single statements. */
  public <T> CompletionStage<T> withHandle(Function<Handle, T> work) {
    return CompletableFuture.supplyAsync(() -> jdbi.withHandle(work::apply), executor);
  }

  /**
   * For callers that are on a blocking thread of their own already: loaders, migrations, benches.
   */
  public Jdbi jdbi() {
    return jdbi;
  }

  public DataSource dataSource() {
    return dataSource;
  }
}
