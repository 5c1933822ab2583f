package io.beckon.protocol.filedrop;

import io.beckon.protocol.list.ImportId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it.
 *
 * @param imports of the files that were taken, in their order
 * @param file name of the one that was written; null of places that are watched
 * @param rows contacts in it
 * @param error why it failed; null when it did not
 */
public record DropRunView(
    String id,
    Instant startedAt,
    Instant finishedAt,
    List<ImportId> imports,
    @Nullable String file,
    @Nullable Long rows,
    @Nullable String error) {}
