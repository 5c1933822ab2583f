package io.beckon.persistence.list.export;

import akka.util.ByteString;
import com.zaxxer.hikari.HikariDataSource;
import io.beckon.persistence.Database;
import io.beckon.persistence.SqlLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** One running export: a transaction and the COPY in it. */
final class CopyReading {
  private final DataSource pool;
  private final Connection connection;
  private final FileWriter writer;
  private final Watcher watcher;
  private final String select;
  private CopyOut copy;
  private boolean header;
  private long rows;
  private boolean over;

  /**
   * Who wants to know how it went.
   *
   * @param whole told the number of rows when all are read
   * @param ended called once, when the connection is back in its pool
   */
  record Watcher(LongConsumer whole, Runnable ended) {}

  private CopyReading(
      DataSource pool,
      Connection connection,
      FileWriter writer,
      ExportQuery query,
      Watcher watcher) {
    this.pool = pool;
    this.connection = connection;
    this.writer = writer;
    this.watcher = watcher;
    this.select = query.select();
    this.header = !query.header().isEmpty();
    this.copy = copy(header ? names(query) : select);
  }

  static CopyReading begin(
      Database database, FileWriter writer, Function<Handle, ExportQuery> ask, Watcher watcher) {
    var pool = database.dataSource();
    try {
      var connection = pool.getConnection();
      try {
        connection.setAutoCommit(false);
        var query = snapshot(database.jdbi().open(connection), ask);
        return new CopyReading(pool, connection, writer, query, watcher);
      } catch (RuntimeException | Error | SQLException e) {
        try (connection) {
          connection.rollback();
          connection.setAutoCommit(true);
        } catch (SQLException broken) {
          e.addSuppressed(broken);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  private static ExportQuery snapshot(Handle handle, Function<Handle, ExportQuery> ask) {
    handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    var query = ask.apply(handle);
    handle.execute("SET TRANSACTION READ ONLY");
    // Rows come in the order of an index, from the first moment, and nothing is kept of them.
    handle.execute("SET LOCAL enable_sort = off");
    handle.execute("SET LOCAL enable_hashjoin = off");
    handle.execute("SET LOCAL enable_hashagg = off");
    return query;
  }

  private static String names(ExportQuery query) {
    return query.header().stream()
        .map(SqlLiteral::of)
        .map(name -> query.defuse() ? Sql.defused(name) : name)
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  private CopyOut copy(String sql) {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (" + sql + ") TO STDOUT (" + writer.copyOptions() + ", ENCODING 'UTF8')");
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /** The next piece of the file; empty when it is whole. */
  Optional<ByteString> next() {
    if (over) {
      return Optional.empty();
    }
    try {
      while (writer.waiting() < CopySource.PIECE) {
        var row = copy.readFromCopy();
        if (row != null) {
          writer.row(row);
          rows += header ? 0 : 1;
        } else if (header) {
          header = false;
          copy = copy(select);
        } else {
          over = true;
          writer.end();
          watcher.whole().accept(rows);
          break;
        }
      }
      return Optional.of(writer.take());
    } catch (SQLException e) {
      throw new ConnectionException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A query that is not over ends with its connection, which the pool then replaces. */
  void close() {
    try (connection) {
      if (copy.isActive()) {
        discard(pool, connection);
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new ConnectionException(e);
    } finally {
      watcher.ended().run();
    }
  }

  private static void discard(DataSource pool, Connection connection) throws SQLException {
    if (pool instanceof HikariDataSource hikari) {
      hikari.evictConnection(connection);
    }
    connection.abort(Runnable::run);
  }
}
