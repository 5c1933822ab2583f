package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row or with one device of it. Never repeats what the row holds.
 *
 * @param row record number from 1
 * @param line first physical line of the record, the header being on line 1
 * @param column header of the field; null when it is the whole row
 */
public record RowIssue(
    long row, long line, @Nullable String column, IssueCode code, String reason) {}
