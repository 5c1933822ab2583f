package io.beckon.protocol.list;

import java.util.List;
import java.util.Map;

/**
 * The cooked rows of one chunk of a contact file.
 *
 * @param places part of a split by content that takes a row, by the row's number; none for rows
 *     that no part takes
 */
public record ContactChunk(
    ChunkSpan span,
    LoadTerms terms,
    List<CookedContact> contacts,
    List<RowIssue> rejects,
    List<RowIssue> filtered,
    List<RowIssue> warnings,
    Map<Long, Integer> places) {}
