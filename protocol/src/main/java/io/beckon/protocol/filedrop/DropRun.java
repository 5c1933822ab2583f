package io.beckon.protocol.filedrop;

import io.beckon.protocol.list.ImportId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a watched place: of a scheduled one from its moment until all that lay
 * there was seen, of others of one look that took something or was the first to fail.
 *
 * @param imports of the files that were taken, in their order
 * @param file that was written; null of places that are watched, and when it failed
 * @param error why it failed; null when it did not
 */
public record DropRun(
    Instant startedAt,
    Instant finishedAt,
    List<ImportId> imports,
    @Nullable DropFile file,
    @Nullable String error) {}
