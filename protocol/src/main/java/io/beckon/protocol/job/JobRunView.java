package io.beckon.protocol.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param dueAt when it should have started
 * @param outcome null while it runs
 * @param detail a sentence: what was done, or why not
 */
public record JobRunView(
    String id,
    Instant dueAt,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable JobOutcome outcome,
    @Nullable String detail,
    String node) {}
