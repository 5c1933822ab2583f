package io.beckon.protocol.list;

import io.beckon.protocol.selection.SelectionRule;
import org.jspecify.annotations.Nullable;

/**
 * What a loader needs to begin, or to go on behind the last chunk that was committed.
 *
 * @param format null until the file has been looked at
 * @param origin null until then too, and for files looked at before such a field was kept: plain
 *     text
 * @param nextOffset bytes of the loaded file behind the last chunk; 0: at the beginning
 * @param timeZone of devices whose zone nothing tells: the list's
 * @param selection of rows that are taken; null: all are
 * @param clientIds a suppression list of Client IDs, not of devices
 */
public record LoadJob(
    LoadFence fence,
    String sha256,
    long bytesTotal,
    ImportOptions options,
    @Nullable FileFormat format,
    @Nullable FileOrigin origin,
    long nextOffset,
    long nextLine,
    long rowsRead,
    @Nullable String timeZone,
    boolean clientIds,
    boolean loaded,
    @Nullable SelectionRule selection,
    @Nullable Split split) {}
