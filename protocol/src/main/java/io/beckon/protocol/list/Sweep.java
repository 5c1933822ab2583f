package io.beckon.protocol.list;

import java.util.concurrent.CompletionStage;

/** Removes, piece by piece, what nobody sees any more since an import has replaced it. */
public interface Sweep {
  /**
   * One piece, in one short transaction. What was interrupted is found again, by whichever node.
   *
   * @return whether there may be more to do
   */
  CompletionStage<Boolean> step();
}
