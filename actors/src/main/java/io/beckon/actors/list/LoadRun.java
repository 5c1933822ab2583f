package io.beckon.actors.list;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.stream.ActorAttributes;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.ContactCook;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadJob;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.suppression.SuppressionListId;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One attempt to load one file, from wherever the last one got to its end: look at the file, read
 * blocks, cook some of them side by side, write them one after the other. A slow database holds the
 * reading up, so memory stays the same whatever the file's size.
 */
public final class LoadRun {
  /** Blocks cooked at a time; as many cores as a small node has. */
  private static final int COOKS = 2;

  private final ActorSystem<?> system;
  private final LoadPorts ports;
  private final LoadFence fence;
  private final Executor blocking;
  private final Progress progress;

  private LoadRun(ActorSystem<?> system, LoadPorts ports, LoadFence fence) {
    this.system = system;
    this.ports = ports;
    this.fence = fence;
    this.blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
    this.progress = new Progress(ports, fence);
  }

  /** Fails only for what may pass by itself: the database or the disk is away. */
  public static CompletionStage<LoadEnd> of(
      ActorSystem<?> system, LoadPorts ports, LoadFence fence) {
    var run = new LoadRun(system, ports, fence);
    var beat = run.progress.beating(system);
    return run.load()
        .exceptionallyCompose(run::ended)
        .thenApplyAsync(run::tidied, run.blocking)
        .whenComplete(
            (end, failure) -> {
              beat.cancel();
              run.progress.tell();
            });
  }

  private CompletionStage<LoadEnd> load() {
    return ports
        .loads()
        .job(fence)
        .thenApply(job -> job.orElseThrow(LostException::new))
        .thenCompose(job -> job.loaded() ? finish() : read(job).thenCompose(rows -> finish()));
  }

  private CompletionStage<?> read(LoadJob job) {
    progress.begins(ImportPhase.PREPARING);
    return CompletableFuture.supplyAsync(
            () -> new FileTaking(ports, job, progress::prepared).open(), blocking)
        .thenCompose(opened -> kept(job, opened).thenCompose(o -> located(new Opened(o, job))))
        .thenCompose(written -> ports.loads().loaded(fence))
        .thenAccept(LoadRun::orLost);
  }

  private CompletionStage<FileTaking.Opened> kept(LoadJob job, FileTaking.Opened opened) {
    return job.format() != null
        ? CompletableFuture.completedFuture(opened)
        : ports
            .loads()
            .format(fence, opened.ready())
            .thenApply(
                kept -> {
                  orLost(kept);
                  progress.begins(ImportPhase.LOADING);
                  return opened;
                });
  }

  /** A file whose columns and format are known, and how far it has been loaded. */
  private record Opened(FileTaking.Opened taken, LoadJob job) {
    FileFormat format() {
      return taken.ready().format();
    }

    /** Behind the last chunk, or behind the header. */
    BlockReader.Place start() {
      var data = taken.layout().data();
      return job.nextOffset() > data.offset()
          ? new BlockReader.Place(job.nextOffset(), job.nextLine(), job.rowsRead())
          : data;
    }

    /** The first chunk covers the header too. */
    TextBlock counted(TextBlock block) {
      var span = block.span();
      return span.from() != start().offset()
          ? block
          : new TextBlock(
              new ChunkSpan(
                  job.format() == null ? format().start() : job.nextOffset(),
                  span.to(),
                  span.nextLine(),
                  span.rows()),
              block.firstRow(),
              block.bytes(),
              block.pieces());
    }

    /** Stands for the rows of a file that has none any more. */
    TextBlock nothing() {
      var at = start();
      var span = new ChunkSpan(at.offset(), taken.ready().bytes(), at.line(), 0);
      return new TextBlock(span, at.rows() + 1, new TextBlock.Bytes(new byte[0]), List.of());
    }
  }

  private CompletionStage<?> located(Opened opened) {
    return ports.locators().of(fence.list().tenant()).thenCompose(locator -> rows(opened, locator));
  }

  private CompletionStage<?> rows(Opened opened, Locator locator) {
    var fields = opened.taken().layout().rows();
    var job = opened.job();
    var country = Objects.requireNonNull(job.options().country(), "imports name their country");
    if (fence.list().kind() == ImportKind.CONTACTS) {
      var columns = opened.taken().layout().columns();
      var read = Terms.ofRows(country, job, locator);
      var terms = Terms.of(job, columns, read);
      var cook = new ContactCook(columns, read);
      var cooks =
          new ContactBlockCook(
              fields, cook, terms, RowFilter.of(job.selection()), PartChoice.of(job.split()));
      return stream(opened, cooks::cook, chunk -> ports.loads().append(fence, chunk));
    }
    var columns = opened.taken().layout().columns();
    var cook = new SuppressionCook(columns, country, job.clientIds());
    var filter = SuppressionFilter.of(job.selection(), columns, locator, job.clientIds());
    var cooks = new SuppressionBlockCook(fields, cook, filter);
    return stream(opened, cooks::cook, chunk -> ports.loads().append(fence, chunk));
  }

  private <C> CompletionStage<?> stream(
      Opened opened, Function<TextBlock, C> cook, Function<C, CompletionStage<Boolean>> append) {
    return Source.unfoldResource(() -> reader(opened), BlockReader::next, BlockReader::close)
        .withAttributes(ActorAttributes.dispatcher("akka.actor.default-blocking-io-dispatcher"))
        .orElse(Source.fromJavaStream(() -> java.util.stream.Stream.of(opened.nothing())))
        .map(opened::counted)
        .mapAsync(COOKS, b -> CompletableFuture.supplyAsync(() -> cook.apply(b), blocking))
        .mapAsync(1, append::apply)
        .runWith(
            Sink.foreach(
                kept -> {
                  orLost(kept);
                  progress.moved();
                }),
            system);
  }

  private CompletionStage<LoadEnd> finish() {
    progress.begins(ImportPhase.FINISHING);
    CompletionStage<Void> published =
        fence.list().kind() == ImportKind.SUPPRESSION
            ? ports
                .publisher()
                .publishImport(
                    fence.list().tenant(),
                    new SuppressionListId(fence.list().listId()),
                    fence.importId(),
                    progress::published)
            : CompletableFuture.completedFuture(null);
    return published
        .thenCompose(done -> ports.loads().complete(fence))
        .thenApply(
            kept -> {
              orLost(kept);
              return LoadEnd.COMPLETED;
            });
  }

  /** A successor that reads the copy goes on reading it, or makes it anew when it tries again. */
  private LoadEnd tidied(LoadEnd end) {
    FileTaking.remove(ports.staging(), fence);
    return end;
  }

  private CompletionStage<LoadEnd> ended(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LostException) {
        return CompletableFuture.completedFuture(LoadEnd.LOST);
      }
      if (cause instanceof BadFileException bad) {
        return ports
            .loads()
            .fail(fence, bad.error())
            .thenApply(kept -> kept ? LoadEnd.FAILED : LoadEnd.LOST);
      }
    }
    return CompletableFuture.failedFuture(failure);
  }

  private static void orLost(boolean kept) {
    if (!kept) {
      throw new LostException();
    }
  }

  private static BlockReader reader(Opened opened) throws IOException {
    return BlockReader.open(
        opened.taken().file(),
        opened.start(),
        opened.taken().layout().cut(),
        BlockReader.Size.USUAL);
  }
}
