package io.beckon.actors.list;

import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.list.LoadFence;

/** Tells observers that an import has moved on, twice a second at most. */
final class Progress {
  private static final long EVERY_MILLIS = 500;

  private final LoadPorts ports;
  private final LoadFence fence;
  private long told;
  private long done;
  private boolean writing;

  Progress(LoadPorts ports, LoadFence fence) {
    this.ports = ports;
    this.fence = fence;
  }

  synchronized void moved() {
    if (isDue()) {
      tell();
    }
  }

  /** Another phase begins. */
  synchronized void phase() {
    done = 0;
    tell();
  }

  synchronized void prepared(long bytes) {
    reached(done + bytes);
  }

  /** What the phase has done by now; it is shown, but nothing depends on it. */
  synchronized void reached(long now) {
    done = now;
    if (!writing && isDue()) {
      writing = true;
      told = ports.clock().millis();
      ports.loads().did(fence, done).whenComplete((kept, failure) -> written());
    }
  }

  synchronized void tell() {
    told = ports.clock().millis();
    ports.changes().changed(ChangeKind.IMPORT, fence.list().tenant(), fence.importId().toString());
  }

  private synchronized void written() {
    writing = false;
    tell();
  }

  private boolean isDue() {
    return ports.clock().millis() - told >= EVERY_MILLIS;
  }
}
