package io.beckon.protocol.list;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What a loader writes. Every method is fenced: it changes nothing and says so when the import is
 * not running any more or belongs to another epoch.
 */
public interface ImportLoads {
  /** Where to begin or to go on; empty for a loader that has lost its right. */
  CompletionStage<Optional<LoadJob>> job(LoadFence fence);

  /**
   * Keeps what was seen of the file, so that a successor reads it the same way. From here on
   * offsets and the import's total are bytes of what is loaded.
   */
  CompletionStage<Boolean> format(LoadFence fence, ReadyFile file);

  /** One transaction: the chunk's rows, its issues, the counts and the new offset; or nothing. */
  CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk);

  CompletionStage<Boolean> append(LoadFence fence, SuppressionChunk chunk);

  /**
   * Shows how far the phase before or after the rows has come, unless the import has left it: what
   * is written late changes nothing.
   *
   * @param phase LOADING is told by its chunks, never by this
   * @param done as {@link ImportView#phaseDone}
   */
  CompletionStage<Boolean> did(LoadFence fence, ImportPhase phase, long done);

  /** All rows are in; from here on it can only complete. */
  CompletionStage<Boolean> loaded(LoadFence fence);

  /** From here on readers and groups see the rows. */
  CompletionStage<Boolean> complete(LoadFence fence);

  /** Takes all of the import's rows away and keeps the reason. */
  CompletionStage<Boolean> fail(LoadFence fence, ImportError error);

  /** Says that these loaders are alive; answers with those that still have their right. */
  CompletionStage<Set<LoadFence>> alive(Collection<LoadFence> fences);
}
