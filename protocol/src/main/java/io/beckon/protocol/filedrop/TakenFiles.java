package io.beckon.protocol.filedrop;

import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** What was taken from watched places: equal content of one place is taken once, on any node. */
public interface TakenFiles {
  /**
   * What came of taking a file.
   *
   * @param importId of this content, now or before
   * @param first false when the content was taken before: then nothing was begun
   */
  record Taken(ImportId importId, boolean first) {}

  /** A file where it lies, as far as a listing tells. */
  record Seen(String path, long bytes, Instant modified) {}

  /** How far a file got that lies at its place. */
  enum Standing {
    NEW,
    /** Its content is taken; it is still to be moved, renamed or deleted. */
    TO_PUT_AWAY,
    DONE
  }

  /** Keeps the import and the taking in one transaction. */
  CompletionStage<Taken> take(DropSource source, NewImport wish);

  /** Of this very file, as it lies there now; spares fetching it again. */
  CompletionStage<Standing> standing(DropSource source, Seen file);

  /** Keeps how far a file got; NEW forgets it. */
  CompletionStage<Void> mark(DropSource source, Seen file, Standing standing);

  /** Lets everything of a place be taken once more. */
  CompletionStage<Void> forget(TenantId tenant, String source);
}
