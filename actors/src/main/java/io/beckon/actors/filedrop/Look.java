package io.beckon.actors.filedrop;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import io.beckon.actors.filedrop.WatchedPlace.Patience;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.filedrop.AfterTaking;
import io.beckon.protocol.filedrop.DropFile;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.filedrop.TakenFiles.Standing;
import io.beckon.protocol.filedrop.TakenFiles.Taken;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.StagedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One look at one place: what lies there as it lay at the look before is staged, and an import of
 * it begun unless its content was taken already; then the file is put away. A file that still grows
 * waits for a later look. What the server refuses about one file does not keep the others, unless
 * they replace or update a list.
 */
final class Look {
  private final ActorSystem<?> system;
  private final DropPorts ports;
  private final DropSource source;
  private final WatchedPlace place;
  private final Set<Seen> before;
  private final Executor blocking;
  private final Reading reading;
  private final Destination destination;
  private final List<String> troubles = new ArrayList<>();

  /** Whether a file was refused before it was taken; one that only cannot be put away is taken. */
  private boolean refused;

  private final List<ImportId> imports = new ArrayList<>();

  /**
   * How a look ended.
   *
   * @param troubles a sentence for each file that was refused
   * @param imports of what was taken
   * @param file that was written; null when the place is watched
   */
  record End(
      Set<Seen> seen, List<String> troubles, List<ImportId> imports, @Nullable DropFile file) {
    /** Of an export. */
    static End of(DropFile file) {
      return new End(Set.of(), List.of(), List.of(), file);
    }
  }

  private Look(ActorSystem<?> system, DropPorts ports, DropSource source, Set<Seen> before) {
    this.system = system;
    this.ports = ports;
    this.source = source;
    this.place = Places.of(ports, source);
    this.before = before;
    this.blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
    this.reading = new Reading(ports, source, place, blocking);
    this.destination = new Destination(ports, source);
  }

  /**
   * @param before what the last look saw
   */
  static CompletionStage<End> at(
      ActorSystem<?> system, DropPorts ports, DropSource source, Set<Seen> before) {
    return new Look(system, ports, source, before).look();
  }

  private CompletionStage<End> look() {
    return CompletableFuture.supplyAsync(this::listed, blocking).thenCompose(this::takeAll);
  }

  private Listing listed() {
    BuiltInFolder.of(ports, source).ifPresent(BuiltInFolder::make);
    try (var visit = place.visit(Patience.USUAL)) {
      return source.isBuiltIn()
          ? Listing.ofBuiltIn(visit.list(), source.settings())
          : Listing.of(visit.list(), source.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One after the other; one that is refused does not keep the next. */
  private CompletionStage<End> takeAll(Listing listing) {
    CompletionStage<Void> all =
        BuiltInFolder.of(ports, source)
            .map(folder -> folder.settle(ports.imports()))
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    for (var file : listing.whole()) {
      var specification =
          Specification.of(WatchedPlace.name(file), listing.specifications()).orElse(null);
      boolean lay =
          before.contains(file) && (specification == null || before.contains(specification.file()));
      if (!lay && isOrdered()) {
        break;
      }
      if (lay) {
        all = all.thenCompose(done -> isHeld() ? done() : noted(take(file, specification)));
      }
    }
    for (var file : listing.waiting()) {
      all = all.thenCompose(done -> noted(finish(file)));
    }
    Set<Seen> seen = new HashSet<>(listing.whole());
    seen.addAll(listing.specifications());
    return all.thenApply(
        done -> new End(Set.copyOf(seen), List.copyOf(troubles), List.copyOf(imports), null));
  }

  /** What replaces a list must not come before what is older and still to be taken. */
  private boolean isOrdered() {
    return source.settings().work().optionsOrUsual().modeOrUsual() != ImportMode.APPEND;
  }

  private boolean isHeld() {
    return isOrdered() && refused;
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Void> noted(CompletionStage<Void> one) {
    return one.exceptionallyCompose(
        failure -> {
          refused = true;
          return told(failure);
        });
  }

  /** What is refused is told and keeps nothing else; any other failure ends the look. */
  private CompletionStage<Void> told(Throwable failure) {
    if (Sentences.within(failure, PlaceTrouble.Refused.class) == null
        && Sentences.within(failure, RefusedException.class) == null) {
      return CompletableFuture.failedFuture(failure);
    }
    troubles.add(Sentences.of(failure));
    return done();
  }

  private CompletionStage<Void> take(Seen file, @Nullable Specification specification) {
    return standing(file)
        .thenCompose(
            standing ->
                switch (standing) {
                  case DONE -> done();
                  case TO_PUT_AWAY -> putAway(file);
                  case NEW -> reading.options(specification).thenCompose(o -> fetch(file, o));
                });
  }

  /** Of a file whose marker is gone, because putting it away was interrupted. */
  private CompletionStage<Void> finish(Seen file) {
    return standing(file)
        .thenCompose(standing -> standing == Standing.TO_PUT_AWAY ? putAway(file) : done());
  }

  private CompletionStage<Void> fetch(Seen file, ImportOptions options) {
    return Download.of(place, file)
        .runWith(ports.staging().sink(source.tenant()), system)
        .thenCompose(staged -> staged(file, staged, options));
  }

  /** In a built-in folder what was taken is moved away; what lies there is new. */
  private CompletionStage<Standing> standing(Seen file) {
    return source.isBuiltIn()
        ? CompletableFuture.completedFuture(Standing.NEW)
        : ports.taken().standing(source, file);
  }

  private CompletionStage<Void> staged(Seen file, StagedFile staged, ImportOptions options) {
    if (staged.bytes() != file.bytes()) {
      return done(); // it has grown meanwhile
    }
    return destination
        .of(WatchedPlace.name(file))
        .thenApply(to -> wish(to.list(), file, staged, options.inCountry(to.country())))
        .thenCompose(wish -> ports.taken().take(source, wish).thenCompose(t -> told(wish, t)))
        .thenCompose(taken -> begun(file, taken));
  }

  private CompletionStage<Taken> told(NewImport wish, Taken taken) {
    if (!taken.first()) {
      return CompletableFuture.completedFuture(taken);
    }
    imports.add(taken.importId());
    return ports.desk().announce(wish.list(), taken.importId()).thenApply(done -> taken);
  }

  private NewImport wish(ListRef list, Seen file, StagedFile staged, ImportOptions options) {
    return new NewImport(list, WatchedPlace.name(file), staged, options, source.id(), null);
  }

  private CompletionStage<Void> begun(Seen file, Taken taken) {
    return BuiltInFolder.of(ports, source)
        .map(folder -> folder.taken(file, taken.importId()))
        .orElseGet(() -> leaveOrPutAway(file));
  }

  private CompletionStage<Void> leaveOrPutAway(Seen file) {
    return source.settings().afterOrUsual().action() == AfterTaking.Action.LEAVE
        ? ports.taken().mark(source, file, Standing.DONE)
        : ports.taken().mark(source, file, Standing.TO_PUT_AWAY).thenCompose(done -> putAway(file));
  }

  /** Ends with the file gone from where it lay; until then every look tries again. */
  private CompletionStage<Void> putAway(Seen file) {
    boolean stays = source.settings().afterOrUsual().action() == AfterTaking.Action.LEAVE;
    return CompletableFuture.runAsync(() -> put(file), blocking)
        .thenCompose(done -> ports.taken().mark(source, file, stays ? Standing.DONE : Standing.NEW))
        .exceptionallyCompose(this::told);
  }

  private void put(Seen file) {
    try (var visit = place.visit(Patience.USUAL)) {
      new PutAway(visit, place.folder(), source.settings()).put(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
