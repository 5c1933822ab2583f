package io.beckon.protocol.filedrop;

/**
 * A file that was written to a place.
 *
 * @param rows contacts in it
 */
public record DropFile(String name, long rows) {}
