package io.beckon.bench.chaos;

import io.beckon.bench.chaos.Evidence.Attempt;
import io.beckon.bench.chaos.Evidence.DialRecord;
import io.beckon.protocol.dialing.CallResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL holds of one group: its attempts and records. */
final class Ledger implements AutoCloseable {
  private final Connection connection;
  private final long group;

  Ledger(Services services, String group) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", services.user());
    properties.setProperty("password", services.password());
    this.connection = DriverManager.getConnection(services.url(), properties);
    this.group = Long.parseLong(group);
  }

  /** Where PostgreSQL is. */
  record Services(String url, String user, String password) {}

  List<Attempt> attempts() throws SQLException {
    return rows(
        "SELECT attempt_id, record_id, device, placed_at, ended_at, call_result, not_placed"
            + " FROM attempt WHERE group_id = ?",
        r ->
            new Attempt(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                instant(r, 4),
                instant(r, 5),
                result(r, 6),
                r.getBoolean(7)));
  }

  List<DialRecord> records() throws SQLException {
    return rows(
        "SELECT record_id, state::text, attempts, call_result, last_attempt"
            + " FROM dial_record WHERE group_id = ?",
        r ->
            new DialRecord(
                r.getString(1),
                "FS".contains(r.getString(2)),
                "S".equals(r.getString(2)),
                r.getInt(3),
                result(r, 4),
                r.getString(5)));
  }

  /** Attempts on their way or talking. */
  int inFlight() {
    return count(
        "SELECT count(*) FROM attempt WHERE group_id = ? AND ended_at IS NULL AND NOT not_placed",
        group);
  }

  /** Records that wait for the time of their retry. */
  int retriesPending() {
    return count(
        "SELECT count(*) FROM dial_record WHERE group_id = ? AND state = 'R' AND retries > 0",
        group);
  }

  /** Those of a list that readers see. */
  int contacts(String list) {
    return count(
        "SELECT count(*) FROM contact c JOIN import i USING (import_id)"
            + " WHERE c.list_id = ? AND i.state = 'COMPLETED'",
        Long.parseLong(list));
  }

  private int count(String sql, long id) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Resumption.Start> starts() throws SQLException {
    return rows(
        "SELECT r.slice, a.node, a.authorised_at FROM attempt a"
            + " JOIN dial_record r ON r.group_id = a.group_id AND r.record_id = a.record_id"
            + " WHERE a.group_id = ? AND NOT a.not_placed",
        r -> new Resumption.Start(r.getInt(1), r.getString(2), r.getTimestamp(3).toInstant()));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Row<T> row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, group);
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(row.read(found));
        }
      }
      return rows;
    }
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable String result(ResultSet row, int column) throws SQLException {
    int code = row.getInt(column);
    return row.wasNull() ? null : CallResult.ofCode(code).map(Enum::name).orElse("?" + code);
  }
}
