package io.beckon.protocol.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a suppression file says of its entries besides their values.
 *
 * @param from null: at once
 * @param till exclusive; null: for as long as the list keeps it
 */
public record EntryTerms(@Nullable Instant from, @Nullable Instant till, @Nullable String reason) {
  /** From now on, for as long as the list keeps it. */
  public static final EntryTerms NONE = new EntryTerms(null, null, null);

  public EntryTerms {
    if (from != null && till != null && !from.isBefore(till)) {
      throw new IllegalArgumentException("from must be before till, was " + from + " and " + till);
    }
  }
}
