package io.beckon.persistence.list;

/** What the rows of a chunk came to; with {@code filtered}, which nothing does yet, its sum. */
record ChunkCounts(long accepted, long updated, long duplicates, long rejected, long warnings) {}
