package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * An import that is wished for.
 *
 * @param source the watched place it comes from; null for uploads
 * @param idempotencyKey a repeat of the same key for the same list is the same import
 */
public record NewImport(
    ListRef list,
    String fileName,
    StagedFile file,
    ImportOptions options,
    @Nullable String source,
    @Nullable String idempotencyKey) {}
