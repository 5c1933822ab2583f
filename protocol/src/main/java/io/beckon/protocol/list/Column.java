package io.beckon.protocol.list;

/**
 * One column of a file.
 *
 * @param name as the header writes it
 */
public record Column(String name, ColumnRole role) {}
