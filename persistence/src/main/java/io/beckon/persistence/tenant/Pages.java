package io.beckon.persistence.tenant;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.util.List;
import java.util.function.Function;

/** Cuts what was read with one row too many into a page and the key of the next. */
final class Pages {
  private Pages() {}

  static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    var items = rows.subList(0, request.limit());
    return new Page<>(items, key.apply(items.get(items.size() - 1)));
  }
}
