package io.beckon.protocol.list;

/**
 * A file that has been looked at and can be loaded.
 *
 * @param format of the bytes that are loaded
 * @param bytes size of what is loaded: of the prepared copy where there is one
 */
public record ReadyFile(FileFormat format, FileOrigin origin, long bytes) {}
