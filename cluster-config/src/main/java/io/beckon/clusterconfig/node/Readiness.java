package io.beckon.clusterconfig.node;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What must hold before this node takes work; {@code /ready} answers 200 only when every named
 * check does. Features add theirs with {@link #require}.
 */
public final class Readiness {
  private final Map<String, Supplier<CompletionStage<Boolean>>> checks = new ConcurrentHashMap<>();

  public void require(String name, Supplier<CompletionStage<Boolean>> check) {
    checks.put(name, check);
  }

  /** Of all checks, sorted. */
  public List<String> names() {
    return checks.keySet().stream().sorted().toList();
  }

  /** The names of checks that do not hold now, sorted; a check that fails does not hold. */
  public CompletionStage<List<String>> missing() {
    var results =
        checks.entrySet().stream()
            .map(check -> named(check.getKey(), check.getValue()).toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                results.stream()
                    .map(CompletableFuture::join)
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList());
  }

  private static CompletionStage<String> named(
      String name, Supplier<CompletionStage<Boolean>> check) {
    try {
      return check.get().handle((holds, failure) -> failure == null && holds ? "" : name);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(name);
    }
  }
}
