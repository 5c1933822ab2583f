package io.beckon.protocol.list;

import org.jspecify.annotations.Nullable;

/**
 * What a file was when it came.
 *
 * @param wrapper null when it was not packed
 * @param charset IANA name of the charset its text was in; UTF-8 for workbooks
 */
public record FileOrigin(FileKind kind, @Nullable FileWrapper wrapper, String charset) {
  /** Its bytes cannot be cut into records as they are; a prepared copy is loaded instead. */
  public boolean needsPreparing() {
    return kind != FileKind.CSV || wrapper != null || charset.startsWith("UTF-16");
  }
}
