package io.beckon.persistence.list.export;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ExportOptions;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A file of what a query finds, as a stream. PostgreSQL is read no faster than the stream is, on a
 * thread and a connection of its own; when nobody wants more, the query is ended.
 */
public final class CopySource {
  static final int PIECE = 64 * 1024;

  private final Database database;
  private final int most;
  private final Semaphore permits;

  /**
   * @param most exports at a time: each holds one of the pool's connections
   */
  public CopySource(Database database, int most) {
    this.database = database;
    this.most = most;
    this.permits = new Semaphore(most);
  }

  /**
   * @param sheet what to ask, in one snapshot of the database
   */
  public Source<ByteString, NotUsed> file(
      ExportOptions options, Function<Handle, ExportQuery> sheet) {
    return file(options, sheet, rows -> {});
  }

  /**
   * @param rows told how many there were, once the file is whole
   */
  public Source<ByteString, NotUsed> file(
      ExportOptions options, Function<Handle, ExportQuery> sheet, LongConsumer rows) {
    Supplier<FileWriter> writer =
        options.format() == ExportOptions.Format.XLSX
            ? () -> new XlsxWriter(options)
            : () -> new CsvWriter(options);
    return Source.unfoldResource(
        () -> begin(writer.get(), sheet, rows), CopyReading::next, CopyReading::close);
  }

  private CopyReading begin(
      FileWriter writer, Function<Handle, ExportQuery> sheet, LongConsumer rows) {
    if (!permits.tryAcquire()) {
      throw new RefusedException(
          Refusal.unavailable(
              "EXPORTS_BUSY",
              most + " exports are running on this node already.",
              "Wait until one of them has ended, then ask again."));
    }
    try {
      return CopyReading.begin(
          database, writer, sheet, new CopyReading.Watcher(rows, permits::release));
    } catch (RuntimeException | Error e) {
      permits.release();
      throw e;
    }
  }
}
