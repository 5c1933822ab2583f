package io.beckon.protocol.reference;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Versions of reference data, kept for good; one of them is active on all nodes. */
public interface ReferenceVersions {
  /** Bytes a file may have: 128 MiB. */
  long LARGEST = 128L << 20;

  /**
   * A file that was fetched or uploaded.
   *
   * @param origin name of the file, or address
   * @param by who uploaded it
   * @param force take it even if it has far fewer rows than what is active
   */
  record NewFile(
      Path file,
      ReferenceVersion.Source source,
      String origin,
      @Nullable String by,
      boolean force) {}

  /** Newest first, and last the bundled one. */
  CompletionStage<Page<ReferenceVersion>> page(PageRequest page);

  CompletionStage<Optional<ReferenceVersion>> find(DataId id);

  /**
   * Looks all of a file over and keeps it; the same content is kept once, and answered as it was
   * then. Refused (422) when a row is wrong, (409 {@code TOO_SMALL}) when it has less than half of
   * the rows of what is active.
   */
  CompletionStage<ReferenceVersion> add(NewFile file);

  /** Makes a version hold from now on, a former one too; refused (404) when it is not there. */
  CompletionStage<ReferenceVersion> activate(DataId id, String by);
}
