package io.beckon.actors.filedrop;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.stream.javadsl.Source;
import akka.stream.javadsl.StreamConverters;
import akka.util.ByteString;
import io.beckon.actors.filedrop.WatchedPlace.Patience;
import io.beckon.actors.filedrop.WatchedPlace.Visit;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.filedrop.DropExport;
import io.beckon.protocol.filedrop.DropFile;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.suppression.SuppressionListId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a list to a place, of whatever size: under a name that no other run has, not even one of
 * another node, and renamed when all of it is there.
 */
final class Export {
  private static final String PART = ".part";

  /** For so long a part may not grow before it counts as left behind by a node that died. */
  private static final Duration FORSAKEN = Duration.ofDays(1);

  private final ActorSystem<?> system;
  private final DropPorts ports;
  private final DropSource source;
  private final DropExport export;
  private final WatchedPlace place;
  private final ImportKind kind;
  private final String list;
  private final String name;
  private final Instant begun;
  private final String part;
  private final Executor blocking;
  private final AtomicLong rows = new AtomicLong();

  private Export(ActorSystem<?> system, DropPorts ports, DropSource source, Instant now) {
    var settings = source.settings();
    this.system = system;
    this.ports = ports;
    this.source = source;
    this.export = settings.work().exportOrUsual();
    this.place = Places.of(ports, source);
    this.kind = settings.work().action().lists();
    this.list = String.valueOf(settings.work().listId());
    var zone = settings.times().schedule().map(JobTiming.Repeated::timeZone).orElse("UTC");
    this.name = export.nameAt(kind, list, now, ZoneId.of(zone));
    this.begun = now;
    this.part = place.folder() + partsName() + UUID.randomUUID() + PART;
    this.blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
  }

  /** Fails when the place, the list or the recipient cannot be had; nothing has a name then. */
  static CompletionStage<Look.End> to(
      ActorSystem<?> system, DropPorts ports, DropSource source, Instant now) {
    return new Export(system, ports, source, now).write();
  }

  private CompletionStage<Look.End> write() {
    return bytes()
        .thenCompose(
            bytes ->
                CompletableFuture.supplyAsync(this::visit, blocking)
                    .thenCompose(visit -> written(visit, bytes)));
  }

  private CompletionStage<Source<ByteString, NotUsed>> bytes() {
    var plain = plain();
    var recipient = export.recipientId();
    if (recipient == null) {
      return CompletableFuture.completedFuture(plain);
    }
    var inner = name.substring(0, name.length() - ".pgp".length());
    return ports
        .recipients()
        .find(source.tenant(), recipient)
        .thenApply(
            found ->
                found.orElseThrow(
                    () -> new RefusedException(Refusal.notFound("PGP recipient", recipient))))
        .thenApply(to -> plain.via(ports.sealing().sealing(to.publicKey(), inner)));
  }

  private Source<ByteString, NotUsed> plain() {
    var tenant = source.tenant();
    return kind == ImportKind.CONTACTS
        ? ports.contacts().export(tenant, ContactListId.parse(list), export.wish(), rows::set)
        : ports
            .suppression()
            .export(tenant, SuppressionListId.parse(list), export.options(), rows::set);
  }

  private Visit visit() {
    try {
      return place.visit(Patience.USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CompletionStage<Look.End> written(Visit visit, Source<ByteString, NotUsed> bytes) {
    return bytes
        .runWith(StreamConverters.fromOutputStream(() -> visit.write(part)), system)
        .thenApplyAsync(io -> named(visit, io.getCount()), blocking)
        .whenCompleteAsync((end, failure) -> leave(visit, failure != null), blocking);
  }

  private Look.End named(Visit visit, long bytes) {
    try {
      long there = visit.find(part).map(Seen::bytes).orElse(-1L);
      if (there != bytes) {
        throw new PlaceTrouble(
            part + " has " + there + " bytes there, but " + bytes + " were sent.");
      }
      var whole = free(visit);
      visit.rename(part, place.folder() + whole);
      clearForsaken(visit);
      return Look.End.of(new DropFile(whole, rows.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Earlier files stay. */
  private String free(Visit visit) throws IOException {
    int dot = name.indexOf('.') > 0 ? name.indexOf('.') : name.length();
    var free = name;
    for (int n = 2; visit.find(place.folder() + free).isPresent(); n++) {
      free = name.substring(0, dot) + "." + n + name.substring(dot);
    }
    return free;
  }

  private String partsName() {
    return "beckon-" + source.id() + "-";
  }

  /** A place that shows no listing keeps them: the file is there, which is what counts. */
  private void clearForsaken(Visit visit) {
    try {
      for (var file : visit.list()) {
        var called = WatchedPlace.name(file);
        if (called.startsWith(partsName())
            && called.endsWith(PART)
            && file.modified().isBefore(begun.minus(FORSAKEN))) {
          visit.delete(file.path());
        }
      }
    } catch (IOException e) {
      return; // the next run tries again
    }
  }

  /** Over a connection of its own: that of a run that failed may be in any state. */
  private void giveUp() {
    try (var again = place.visit(Patience.SHORT)) {
      if (again.find(part).isPresent()) {
        again.delete(part);
      }
    } catch (IOException e) {
      return; // a later run clears it away
    }
  }

  private void leave(Visit visit, boolean failed) {
    try {
      visit.close();
    } catch (IOException e) {
      // it is gone already
    }
    if (failed) {
      giveUp();
    }
  }
}
