package io.beckon.protocol.list;

import io.beckon.protocol.reference.Locator;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of known contacts, and by what rows are compared with each other and with the list.
 *
 * @param key null unless the mode is UPDATE
 * @param clientIdColumn header of the column of Client IDs; null when the file has none
 * @param rows how they are read
 * @param split over several lists; null: all rows come to the one
 */
public record LoadTerms(
    Dedupe dedupe,
    ImportMode mode,
    @Nullable UpdateKey key,
    @Nullable String clientIdColumn,
    CookTerms rows,
    @Nullable Split split) {
  /** Terms of contacts that come to those on the list, and are read already. */
  public static LoadTerms appending(Dedupe dedupe) {
    var read = CookTerms.of("US", null, Locator.BUNDLED);
    return new LoadTerms(dedupe, ImportMode.APPEND, null, null, read, null);
  }
}
