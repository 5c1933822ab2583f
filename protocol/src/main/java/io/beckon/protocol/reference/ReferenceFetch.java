package io.beckon.protocol.reference;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Fetches a file of reference data, unless it is the one that is known. Blocks. */
public interface ReferenceFetch {
  /**
   * What a server said of the content it gave last.
   *
   * @param etag sent as If-None-Match
   * @param lastModified sent as If-Modified-Since
   */
  record Mark(@Nullable String etag, @Nullable String lastModified) {
    public static final Mark NONE = new Mark(null, null);
  }

  /**
   * @param changed false: nothing was written, the content is the known one
   * @param mark of the content that was written
   */
  record Fetched(boolean changed, Mark mark) {}

  /**
   * @param into gets the content; at most {@link ReferenceVersions#LARGEST} bytes
   * @throws IOException whose message is a sentence for the operator
   */
  Fetched fetch(URI from, Mark known, Path into) throws IOException, InterruptedException;
}
