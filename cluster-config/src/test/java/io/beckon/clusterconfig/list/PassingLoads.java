package io.beckon.clusterconfig.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadJob;
import io.beckon.protocol.list.ReadyFile;
import io.beckon.protocol.list.SuppressionChunk;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Passes everything on. */
class PassingLoads implements ImportLoads {
  final ImportLoads loads;

  PassingLoads(ImportLoads loads) {
    this.loads = loads;
  }

  @Override
  public CompletionStage<Optional<LoadJob>> job(LoadFence fence) {
    return loads.job(fence);
  }

  @Override
  public CompletionStage<Boolean> format(LoadFence fence, ReadyFile file) {
    return loads.format(fence, file);
  }

  @Override
  public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
    return loads.append(fence, chunk);
  }

  @Override
  public CompletionStage<Boolean> append(LoadFence fence, SuppressionChunk chunk) {
    return loads.append(fence, chunk);
  }

  @Override
  public CompletionStage<Boolean> did(LoadFence fence, ImportPhase phase, long done) {
    return loads.did(fence, phase, done);
  }

  @Override
  public CompletionStage<Boolean> loaded(LoadFence fence) {
    return loads.loaded(fence);
  }

  @Override
  public CompletionStage<Boolean> complete(LoadFence fence) {
    return loads.complete(fence);
  }

  @Override
  public CompletionStage<Boolean> fail(LoadFence fence, ImportError error) {
    return loads.fail(fence, error);
  }

  @Override
  public CompletionStage<Set<LoadFence>> alive(Collection<LoadFence> fences) {
    return loads.alive(fences);
  }
}
