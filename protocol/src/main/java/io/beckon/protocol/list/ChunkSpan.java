package io.beckon.protocol.list;

/**
 * The part of the loaded file that one chunk covers.
 *
 * @param from byte offset of its first record
 * @param to byte offset behind its last record: where the next chunk begins
 * @param nextLine physical line at {@code to}, from 1
 * @param rows records in it, whatever becomes of them
 */
public record ChunkSpan(long from, long to, long nextLine, long rows) {}
