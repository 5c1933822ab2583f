package io.beckon.protocol.list;

import java.util.concurrent.CompletionStage;

/** Where imports are handed in and taken back, on whichever node their list lives. */
public interface ImportDesk {
  /** Keeps the import and tells its list; completes when it is kept. */
  CompletionStage<ImportId> submit(NewImport wish);

  /** Tells a list of an import that is kept already; should that fail, the list is woken later. */
  CompletionStage<Void> announce(ListRef list, ImportId id);

  /** Cancels as {@link Imports#cancel}, and lets the list go on with its next import. */
  CompletionStage<ImportView> cancel(ListRef list, ImportId id);
}
