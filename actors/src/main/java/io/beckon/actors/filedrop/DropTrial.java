package io.beckon.actors.filedrop;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import io.beckon.actors.filedrop.WatchedPlace.Patience;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.filedrop.DropLook;
import io.beckon.protocol.filedrop.DropLooks;
import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at a place while the user waits. Few at a time on a node, for each may hold a thread for as
 * long as its server stalls.
 */
public final class DropTrial implements DropLooks {
  private static final int AT_ONCE = 4;
  private static final long LONGEST_SECONDS = 9;
  private static final int SHOWN = 20;

  private final DropRoots roots;
  private final Executor blocking;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public DropTrial(ActorSystem<?> system, DropRoots roots) {
    this.roots = roots;
    this.blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
  }

  @Override
  public CompletionStage<DropLook> look(DropSource source) {
    if (!free.tryAcquire()) {
      return CompletableFuture.failedFuture(
          new RefusedException(
              Refusal.unavailable(
                  "LOOKING",
                  AT_ONCE + " places are being looked at right now.",
                  "Wait ten seconds, then try again.")));
    }
    return CompletableFuture.supplyAsync(() -> seen(source), blocking)
        .whenComplete((look, failure) -> free.release())
        .exceptionally(DropTrial::failed)
        .completeOnTimeout(
            DropLook.failed("The server did not answer in time.", null, null),
            LONGEST_SECONDS,
            TimeUnit.SECONDS);
  }

  private DropLook seen(DropSource source) {
    try (var visit = Places.named(source, roots).visit(Patience.SHORT)) {
      return shown(Listing.of(visit.list(), source.settings()));
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static DropLook shown(Listing listing) {
    var files =
        Stream.concat(
                listing.whole().stream().map(f -> found(f, false)),
                listing.waiting().stream().map(f -> found(f, true)))
            .sorted(Comparator.comparing(DropLook.Found::name))
            .limit(SHOWN)
            .toList();
    int waiting = listing.waiting().size();
    return new DropLook(
        null, null, null, listing.whole().size() + waiting, waiting, listing.others(), files);
  }

  private static DropLook.Found found(Seen file, boolean waits) {
    return new DropLook.Found(WatchedPlace.name(file), file.bytes(), file.modified(), waits);
  }

  private static DropLook failed(Throwable failure) {
    var untrusted = Sentences.within(failure, PlaceTrouble.Untrusted.class);
    return untrusted == null
        ? DropLook.failed(Sentences.of(failure), null, null)
        : DropLook.failed(Sentences.of(failure), untrusted.fingerprint(), untrusted.knownHosts());
  }
}
