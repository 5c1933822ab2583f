package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * By what rows are compared with each other and with the list.
 *
 * @param clientIdColumn header of the column of Client IDs; null when the file has none
 */
public record LoadTerms(Dedupe dedupe, @Nullable String clientIdColumn) {}
