package io.beckon.persistence.list;

/** What the rows of a chunk came to: each is in exactly one of the first five. */
record ChunkCounts(
    long accepted, long updated, long duplicates, long filtered, long rejected, long warnings) {}
