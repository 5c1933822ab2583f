package io.beckon.protocol.list;

/**
 * How the bytes of a delimited text file are to be read: of the file that came, or of its prepared
 * copy.
 *
 * @param charset IANA name
 * @param start bytes of a byte order mark in front
 */
public record FileFormat(String charset, int start, char delimiter) {}
