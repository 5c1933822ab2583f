package io.beckon.protocol.list;

import io.beckon.protocol.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it. rowsRead is always the sum of accepted, updated, duplicates,
 * filtered and rejected.
 *
 * @param bytesTotal size of the file; once it is unpacked or read out of its workbook, size of that
 * @param rowsPerSecond since it began, until now or its end
 * @param phase null unless it is running
 * @param phaseDone what the phase has done: bytes read and written so far while PREPARING, entries
 *     that are in force while FINISHING a suppression list; 0 else
 * @param charset of the file's text; null until it has been looked at, like format
 * @param wrapper null when the file was not packed
 */
public record ImportView(
    ImportId id,
    ImportKind kind,
    String listId,
    String fileName,
    ImportState state,
    long rowsRead,
    long accepted,
    long updated,
    long duplicates,
    long filtered,
    long rejected,
    long warnings,
    long bytesRead,
    long bytesTotal,
    double rowsPerSecond,
    @Nullable ImportPhase phase,
    long phaseDone,
    @Nullable String charset,
    @Nullable FileKind format,
    @Nullable FileWrapper wrapper,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable ImportError error)
    implements Wire {}
