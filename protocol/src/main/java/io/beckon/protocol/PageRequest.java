package io.beckon.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit at most so many items, 1 to 1000
 * @param after the {@link Page#next()} of the page before, as the store wrote it (the HTTP edge
 *     hides it in an opaque cursor); null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {
  public static final int MAX_LIMIT = 1000;
  public static final int USUAL_LIMIT = 100;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", was " + limit);
    }
  }

  public static PageRequest first() {
    return new PageRequest(USUAL_LIMIT, null);
  }

  /** {@link #after()} as a number of an ascending key; {@code start} on the first page. */
  public long afterNumber(long start) {
    if (after == null) {
      return start;
    }
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cursor is none of this list", e);
    }
  }
}
