package io.beckon.actors.list;

import io.beckon.protocol.list.RowIssue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as text.
 *
 * @param fields empty when there is an issue
 * @param issue why it could not be read; null when it could
 */
record ReadRow(long row, long line, List<String> fields, @Nullable RowIssue issue) {}
