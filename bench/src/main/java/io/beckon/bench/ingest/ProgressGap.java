package io.beckon.bench.ingest;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.TenantId;

/** The longest time for which observers of a load were told nothing. */
public final class ProgressGap implements ChangeFeed {
  private long told = System.nanoTime();
  private long longest;

  /** The load begins now. */
  synchronized ChangeFeed begun() {
    told = System.nanoTime();
    return this;
  }

  @Override
  public synchronized void changed(ChangeKind kind, TenantId tenant, String id) {
    long now = System.nanoTime();
    longest = Math.max(longest, now - told);
    told = now;
  }

  synchronized double seconds() {
    return longest / 1e9;
  }
}
