package io.beckon.persistence.dialing;

import static io.beckon.persistence.SqlArray.booleans;
import static io.beckon.persistence.SqlArray.ints;
import static io.beckon.persistence.SqlArray.longs;
import static io.beckon.persistence.SqlArray.texts;
import static io.beckon.persistence.SqlArray.times;

import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.NextStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Next steps of many records as parallel arrays, for one set-based statement. {@code follow} says
 * what becomes of the chain: S stays, N its next device becomes ready, E it ends.
 */
final class Steps {
  private record Row(
      long record,
      String state,
      @Nullable Instant readyAt,
      int retries,
      int treatment,
      boolean zoneWait,
      @Nullable CallResult result,
      String follow) {
    static Row finished(
        long record, @Nullable Instant nextAt, @Nullable CallResult result, String follow) {
      return new Row(record, "F", nextAt, 0, -1, false, result, follow);
    }

    @Nullable Integer code() {
      return result == null ? null : result.code();
    }
  }

  private final List<Row> rows = new ArrayList<>();

  void add(long record, NextStep step) {
    rows.add(row(record, step));
  }

  private static Row row(long record, NextStep step) {
    if (step instanceof NextStep.ReadyAt ready) {
      return new Row(
          record, "R", ready.at(), ready.retries(), ready.treatment(), ready.zoneWait(), null, "S");
    } else if (step instanceof NextStep.NextInChain next) {
      return Row.finished(record, next.at(), next.result(), "N");
    } else if (step instanceof NextStep.Suppressed suppressed) {
      return new Row(record, "S", suppressed.at(), 0, -1, false, CallResult.DO_NOT_CALL, "N");
    } else if (step instanceof NextStep.Final end) {
      return Row.finished(record, null, end.result(), "E");
    }
    throw new IllegalArgumentException("unknown step " + step);
  }

  void bind(SqlStatement<?> statement) {
    statement
        .bind("record", longs(rows, Row::record))
        .bind("state", texts(rows, Row::state))
        .bind("ready", times(rows, Row::readyAt))
        .bind("retries", ints(rows, Row::retries))
        .bind("treatment", ints(rows, Row::treatment))
        .bind("zoneWait", booleans(rows, Row::zoneWait))
        .bind("result", ints(rows, Row::code))
        .bind("follow", texts(rows, Row::follow));
  }
}
