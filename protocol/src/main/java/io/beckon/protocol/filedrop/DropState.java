package io.beckon.protocol.filedrop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a watched place is doing.
 *
 * @param nextRun the next moment of its schedule; null when it has none
 * @param lastRun the last look at it; null before the first
 * @param lastError why the last look failed; null when it did not
 * @param failures looks in a row that failed
 * @param nextTry when it is looked at again after one that failed; null when it did not
 * @param taken files taken so far
 */
public record DropState(
    @Nullable Instant nextRun,
    @Nullable Instant lastRun,
    @Nullable String lastError,
    int failures,
    @Nullable Instant nextTry,
    long taken) {}
