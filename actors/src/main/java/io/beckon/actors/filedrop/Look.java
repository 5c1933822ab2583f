package io.beckon.actors.filedrop;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import io.beckon.protocol.filedrop.DropAction;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.filedrop.TakenFiles.Taken;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.StagedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One look at one place: what lies there as it lay at the look before is staged, and an import of
 * it begun unless its content was taken already. A file that still grows waits for a later look.
 */
final class Look {
  private final ActorSystem<?> system;
  private final DropPorts ports;
  private final DropSource source;
  private final WatchedPlace place;
  private final Set<Seen> before;

  private Look(
      ActorSystem<?> system,
      DropPorts ports,
      DropSource source,
      WatchedPlace place,
      Set<Seen> before) {
    this.system = system;
    this.ports = ports;
    this.source = source;
    this.place = place;
    this.before = before;
  }

  /**
   * @param before what the last look saw
   * @return what this one has seen
   */
  static CompletionStage<Set<Seen>> at(
      ActorSystem<?> system, DropPorts ports, DropSource source, Set<Seen> before) {
    var place = Places.of(ports, source);
    return new Look(system, ports, source, place, before).look();
  }

  private CompletionStage<Set<Seen>> look() {
    return CompletableFuture.supplyAsync(
            this::listed, system.dispatchers().lookup(DispatcherSelector.blocking()))
        .thenCompose(found -> takeAll(found).thenApply(done -> Set.copyOf(found)));
  }

  private List<Seen> listed() {
    try {
      BuiltInFolder.of(ports, source).ifPresent(BuiltInFolder::make);
      return place.list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One after the other; one that fails does not keep the next. */
  private CompletionStage<Void> takeAll(List<Seen> found) {
    CompletionStage<Void> all =
        BuiltInFolder.of(ports, source)
            .map(folder -> folder.settle(ports.imports()))
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    for (var file : found) {
      if (before.contains(file)) {
        all = all.thenCompose(done -> take(file));
      }
    }
    return all;
  }

  private CompletionStage<Void> take(Seen file) {
    return seenBefore(file)
        .thenCompose(
            seen ->
                seen
                    ? CompletableFuture.completedFuture(null)
                    : place
                        .read(file)
                        .runWith(ports.staging().sink(source.tenant()), system)
                        .thenCompose(staged -> staged(file, staged)));
  }

  /** In a built-in folder what was taken is moved away; what lies there is new. */
  private CompletionStage<Boolean> seenBefore(Seen file) {
    return source.isBuiltIn()
        ? CompletableFuture.completedFuture(false)
        : ports.taken().isSeen(source, file);
  }

  private CompletionStage<Void> staged(Seen file, StagedFile staged) {
    if (staged.bytes() != file.bytes()) {
      return CompletableFuture.completedFuture(null); // it has grown meanwhile
    }
    return list(file)
        .thenCompose(list -> country(list).thenApply(c -> wish(list, file, staged, c)))
        .thenCompose(wish -> ports.taken().take(source, wish).thenCompose(t -> told(wish, t)))
        .thenCompose(taken -> begun(file, taken));
  }

  private CompletionStage<Taken> told(NewImport wish, Taken taken) {
    return taken.first()
        ? ports.desk().announce(wish.list(), taken.importId()).thenApply(done -> taken)
        : CompletableFuture.completedFuture(taken);
  }

  private NewImport wish(ListRef list, Seen file, StagedFile staged, String country) {
    return new NewImport(
        list,
        WatchedPlace.name(file),
        staged,
        ImportOptions.USUAL.inCountry(country),
        source.id(),
        null);
  }

  private CompletionStage<Void> begun(Seen file, Taken taken) {
    return BuiltInFolder.of(ports, source)
        .map(folder -> folder.taken(file, taken.importId()))
        .orElseGet(() -> ports.taken().seen(source, file));
  }

  private CompletionStage<String> country(ListRef list) {
    return ports
        .contactLists()
        .country(list)
        .thenApply(
            country ->
                country.orElseThrow(
                    () -> new IllegalStateException("the list of this place was deleted")));
  }

  private CompletionStage<ListRef> list(Seen file) {
    var settings = source.settings();
    var name = listName(WatchedPlace.name(file));
    if (settings.actionOrUsual() == DropAction.IMPORT_SUPPRESSION) {
      return ports
          .suppressionLists()
          .named(source.tenant(), name)
          .thenApply(id -> new ListRef(source.tenant(), ImportKind.SUPPRESSION, id.value()));
    }
    return Optional.ofNullable(settings.contactListId())
        .<CompletionStage<ContactListId>>map(
            id -> CompletableFuture.completedFuture(ContactListId.parse(id)))
        .orElseGet(() -> ports.contactLists().named(source.tenant(), name))
        .thenApply(id -> ListRef.of(source.tenant(), id));
  }

  /** {@code x} of {@code x.csv}, {@code x.xlsx}, {@code x.csv.gz}. */
  private static String listName(String fileName) {
    var unpacked = fileName.replaceFirst("(?i)(?<=.)\\.gz$", "");
    int dot = unpacked.lastIndexOf('.');
    var name = (dot > 0 ? unpacked.substring(0, dot) : unpacked).strip();
    return name.substring(0, Math.min(100, name.length()));
  }
}
