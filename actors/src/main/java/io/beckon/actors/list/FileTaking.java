package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.actors.list.prepare.Preparation;
import io.beckon.actors.list.prepare.Taken;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileOrigin;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadJob;
import io.beckon.protocol.list.ReadyFile;
import io.beckon.protocol.list.Staging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the bytes that a load reads: the staged file, or a copy prepared from it. A successor finds
 * the copy again, or makes it anew; it comes out the same.
 *
 * @param done told the bytes that looking at it and preparing it has read and written
 */
record FileTaking(LoadPorts ports, LoadJob job, LongConsumer done) {
  private static final Logger log = LoggerFactory.getLogger(FileTaking.class);

  /** A file whose columns are known. */
  record Opened(Path file, ReadyFile ready, FileLayout layout) {}

  Opened open() {
    try {
      var origin = job.origin();
      var format = job.format();
      if (format == null) {
        return first();
      }
      boolean copied = origin != null && origin.needsPreparing();
      var file = copied ? again() : staged();
      var seen = origin != null ? origin : new FileOrigin(FileKind.CSV, null, format.charset());
      return opened(file, new ReadyFile(format, seen, job.bytesTotal()));
    } catch (NoSuchFileException e) {
      throw gone(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was prepared is of no use any more, nor what killed loaders left of it. */
  static void remove(Staging staging, LoadFence fence) {
    var copy = staging.prepared(fence.list().tenant(), fence.importId());
    try {
      for (long epoch = fence.epoch(); epoch > 0; epoch--) {
        var earlier = new LoadFence(fence.list(), fence.importId(), epoch);
        new Preparation.Places(copy, staging.workplace(earlier)).clear();
      }
    } catch (IOException e) {
      log.warn("import={} its prepared copy stays: {}", fence.importId(), copy, e);
    }
  }

  private Opened first() throws IOException {
    var taken = prepared();
    var file = taken.isPlain() ? staged() : copy();
    var format = FileProbe.look(file, readAs(job.options(), taken), done);
    var charset = taken.charset() == null ? format.charset() : taken.charset();
    var origin = new FileOrigin(taken.kind(), taken.wrapper(), charset);
    return opened(file, new ReadyFile(format, origin, Files.size(file)));
  }

  private Path again() throws IOException {
    if (!Files.exists(copy())) {
      prepared();
    }
    if (Files.size(copy()) != job.bytesTotal()) {
      throw new BadFileException(
          "PREPARED_DIFFERENTLY",
          "The file does not read as it did when the import began.",
          "Send the file again.");
    }
    return copy();
  }

  private Taken prepared() throws IOException {
    var places = new Preparation.Places(copy(), ports.staging().workplace(job.fence()));
    var tenant = job.fence().list().tenant();
    return new Preparation(
            staged(),
            places,
            job.options().charset(),
            ports.largestUnpacked(),
            () -> ports.pgp().secrets(tenant).toCompletableFuture().join(),
            done)
        .run();
  }

  private Opened opened(Path file, ReadyFile ready) throws IOException {
    var list = job.fence().list();
    var wanted = new Wanted(list.kind(), job.clientIds(), job.options(), ready.origin().kind());
    return new Opened(file, ready, FileLayout.read(file, ready.format(), wanted));
  }

  /** Sheets are written with commas, and like UTF-16 in UTF-8; else the options hold. */
  static ImportOptions readAs(ImportOptions given, Taken taken) {
    if (taken.kind() != FileKind.CSV) {
      refuseFixed(given.mapping(), taken.kind());
      return given.readAs("UTF-8", ",");
    }
    return taken.charset() == null ? given : given.readAs("UTF-8", given.delimiter());
  }

  private static void refuseFixed(@Nullable DataMapping mapping, FileKind kind) {
    if (mapping != null && mapping.hasFixedFields()) {
      throw new BadFileException(
          "FIXED_WORKBOOK",
          "The mapping "
              + mapping.name()
              + " reads fixed positions of lines, but the file is an "
              + kind
              + " workbook.",
          "Use a mapping by column name or position for workbooks.");
    }
  }

  private Path staged() {
    return ports.staging().path(job.fence().list().tenant(), job.sha256());
  }

  private Path copy() {
    return ports.staging().prepared(job.fence().list().tenant(), job.fence().importId());
  }

  private RuntimeException gone(NoSuchFileException e) {
    return Files.exists(staged())
        ? new UncheckedIOException(e)
        : new BadFileException(
            "FILE_GONE", "The staged file is not there any more.", "Send the file again.");
  }
}
