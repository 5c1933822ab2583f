package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of known contacts, and by what rows are compared with each other and with the list.
 *
 * @param key null unless the mode is UPDATE
 * @param clientIdColumn header of the column of Client IDs; null when the file has none
 * @param split over several lists; null: all rows come to the one
 */
public record LoadTerms(
    Dedupe dedupe,
    ImportMode mode,
    @Nullable UpdateKey key,
    @Nullable String clientIdColumn,
    @Nullable Split split) {
  /** Terms of contacts that come to those on the list. */
  public static LoadTerms appending(Dedupe dedupe) {
    return new LoadTerms(dedupe, ImportMode.APPEND, null, null, null);
  }
}
