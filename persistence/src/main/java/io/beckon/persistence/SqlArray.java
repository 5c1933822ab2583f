package io.beckon.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * One column of many rows as a parameter, for statements that run hundreds of times a second: names
 * PostgreSQL's type itself, where {@code bindArray} works out a generic type on every call.
 */
public final class SqlArray {
  private SqlArray() {}

  public static <T> Argument uuids(List<T> rows, Function<T, @Nullable UUID> column) {
    return of("uuid", rows, column);
  }

  public static <T> Argument longs(List<T> rows, Function<T, @Nullable Long> column) {
    return of("int8", rows, column);
  }

  public static <T> Argument ints(List<T> rows, Function<T, @Nullable Integer> column) {
    return of("int4", rows, column);
  }

  public static <T> Argument booleans(List<T> rows, Function<T, @Nullable Boolean> column) {
    return of("bool", rows, column);
  }

  public static <T> Argument texts(List<T> rows, Function<T, @Nullable String> column) {
    return of("text", rows, column);
  }

  public static <T> Argument times(List<T> rows, Function<T, @Nullable Instant> column) {
    return of("timestamptz", rows, column);
  }

  public static <T> Argument bytes(List<T> rows, Function<T, byte @Nullable []> column) {
    byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", values));
  }

  private static <T> Argument of(String type, List<T> rows, Function<T, ?> column) {
    Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
  }
}
