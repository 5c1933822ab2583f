package io.beckon.bench.ingest;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.TenantId;

/** The longest time for which observers of a load were told nothing. */
public final class ProgressGap implements ChangeFeed {
  private long began = System.nanoTime();
  private long told = began;
  private long longest;
  private long longestFrom;

  /** The load begins now. */
  synchronized ChangeFeed begun() {
    began = System.nanoTime();
    told = began;
    return this;
  }

  @Override
  public synchronized void changed(ChangeKind kind, TenantId tenant, String id) {
    long now = System.nanoTime();
    if (now - told > longest) {
      longest = now - told;
      longestFrom = told;
    }
    told = now;
  }

  /** When the longest silence began, and when observers were told last: seconds of the load. */
  synchronized String where() {
    return "from %.1f s of %.1f s".formatted((longestFrom - began) / 1e9, (told - began) / 1e9);
  }

  synchronized double seconds() {
    return longest / 1e9;
  }
}
