package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a file turned out to be.
 *
 * @param charset of its text where that is certain; null: some charset in which ASCII is ASCII
 */
public record Taken(FileKind kind, @Nullable FileWrapper wrapper, @Nullable String charset) {
  static final Taken PLAIN = new Taken(FileKind.CSV, null, null);

  /** The same within something else. */
  Taken within(FileWrapper outer) {
    return new Taken(kind, outer, charset);
  }

  /** The file can be loaded as it came; nothing was written. */
  public boolean isPlain() {
    return equals(PLAIN);
  }
}
