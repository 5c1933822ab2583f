package io.beckon.actors.list;

import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.list.LoadFence;
import java.time.Clock;

/** Tells observers that an import has moved on, twice a second at most. */
final class Progress {
  private static final long EVERY_MILLIS = 500;

  private final ChangeFeed changes;
  private final Clock clock;
  private final LoadFence fence;
  private long told;

  Progress(ChangeFeed changes, Clock clock, LoadFence fence) {
    this.changes = changes;
    this.clock = clock;
    this.fence = fence;
  }

  synchronized void moved() {
    if (clock.millis() - told >= EVERY_MILLIS) {
      tell();
    }
  }

  synchronized void tell() {
    told = clock.millis();
    changes.changed(ChangeKind.IMPORT, fence.list().tenant(), fence.importId().toString());
  }
}
