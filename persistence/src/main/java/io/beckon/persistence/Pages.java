package io.beckon.persistence;

import io.beckon.protocol.Page;
import java.util.List;
import java.util.function.Function;

/** Makes a page of rows that were read one further than its limit. */
public final class Pages {
  private Pages() {}

  /**
   * @param found up to {@code limit} + 1 rows
   * @param key what the next page starts behind
   * @param finish done to the rows of the page only
   */
  public static <T> Page<T> of(
      List<T> found, int limit, Function<T, String> key, Function<T, T> finish) {
    boolean more = found.size() > limit;
    List<T> rows = more ? found.subList(0, limit) : found;
    return new Page<>(
        rows.stream().map(finish).toList(), more ? key.apply(rows.get(limit - 1)) : null);
  }
}
