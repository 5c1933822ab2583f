package io.beckon.protocol.list;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Originals, prepared copies and reports of imports that are over. They go when they were kept for
 * long enough, when their list is deleted, and when a person was erased that may stand in them.
 * That a watched place's content was taken is remembered for good.
 */
public interface KeptFiles {
  /**
   * Removes what is due, some hundred imports at a time, and the tables of deleted lists that were
   * being read when the list went.
   *
   * @param keep how long after an import's end
   * @return of how many imports something was removed
   */
  CompletionStage<Integer> sweep(Duration keep);

  /** Whether the reports of this import were there once and are gone. */
  CompletionStage<Boolean> reportsGone(ImportId id);
}
