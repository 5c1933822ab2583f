package io.beckon.persistence;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes a page of rows that were read one further than its limit. */
public final class Pages {
  private Pages() {}

  /**
   * @param found up to {@code page.limit()} + 1 rows
   * @param key what the next page starts behind
   */
  public static <T> Page<T> of(List<T> found, PageRequest page, Function<T, String> key) {
    return of(found, page, key, UnaryOperator.identity());
  }

  /**
   * @param found up to {@code page.limit()} + 1 rows
   * @param key what the next page starts behind
   * @param finish done to the rows of the page only
   */
  public static <T> Page<T> of(
      List<T> found, PageRequest page, Function<T, String> key, UnaryOperator<T> finish) {
    boolean more = found.size() > page.limit();
    List<T> rows = more ? found.subList(0, page.limit()) : found;
    return new Page<>(
        rows.stream().map(finish).toList(), more ? key.apply(rows.get(rows.size() - 1)) : null);
  }
}
