package io.beckon.persistence.list;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.util.List;
import java.util.function.Function;

/** Makes a page of what a query with one row more than wanted has found. */
final class Pages {
  private Pages() {}

  static <T> Page<T> of(List<T> found, PageRequest page, Function<T, String> key) {
    if (found.size() <= page.limit()) {
      return new Page<>(found, null);
    }
    var items = found.subList(0, page.limit());
    return new Page<>(items, key.apply(items.get(items.size() - 1)));
  }
}
