package io.beckon.clusterconfig.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ImportLoads;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.SuppressionChunk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Dies after some chunks. */
final class DyingLoads extends PassingLoads {
  private int left;

  DyingLoads(ImportLoads loads, int chunks) {
    super(loads);
    this.left = chunks;
  }

  @Override
  public CompletionStage<Boolean> append(LoadFence fence, ContactChunk chunk) {
    return left-- > 0 ? super.append(fence, chunk) : killed();
  }

  @Override
  public CompletionStage<Boolean> append(LoadFence fence, SuppressionChunk chunk) {
    return left-- > 0 ? super.append(fence, chunk) : killed();
  }

  private static CompletionStage<Boolean> killed() {
    return CompletableFuture.failedFuture(new IllegalStateException("killed"));
  }
}
