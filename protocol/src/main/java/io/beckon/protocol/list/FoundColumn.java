package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file and what it is taken for.
 *
 * @param position from 1; null where fields stand at fixed positions
 * @param name as the header writes it; null without header
 * @param from first character of a fixed field, from 1
 * @param length of a fixed field in characters
 * @param field as mappings call it; null when the column is dropped
 */
public record FoundColumn(
    @Nullable Integer position,
    @Nullable String name,
    @Nullable Integer from,
    @Nullable Integer length,
    @Nullable String field) {}
