package io.beckon.protocol.list;

import java.util.List;

/** The cooked rows of one chunk of a contact file. */
public record ContactChunk(
    ChunkSpan span,
    LoadTerms terms,
    List<CookedContact> contacts,
    List<RowIssue> rejects,
    List<RowIssue> filtered,
    List<RowIssue> warnings) {}
