package io.beckon.actors.list;

import akka.actor.Cancellable;
import akka.actor.typed.ActorSystem;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.list.ImportPhase;
import io.beckon.protocol.list.LoadFence;
import java.time.Duration;

/**
 * Tells observers how an import moves on, twice a second at most; and, while a large chunk, the
 * statistics or a merge keep it, that it is still at work.
 */
final class Progress {
  private static final long EVERY_MILLIS = 500;

  /** With it no silence is longer than EVERY_MILLIS and this. */
  private static final Duration BEAT = Duration.ofMillis(250);

  private final LoadPorts ports;
  private final LoadFence fence;
  private ImportPhase phase = ImportPhase.PREPARING;
  private long told;
  private long done;
  private long written;
  private boolean writing;

  Progress(LoadPorts ports, LoadFence fence) {
    this.ports = ports;
    this.fence = fence;
  }

  /** From now on until it is cancelled no silence is long. */
  Cancellable beating(ActorSystem<?> system) {
    return system
        .scheduler()
        .scheduleAtFixedRate(BEAT, BEAT, this::moved, system.executionContext());
  }

  /** An amount that is not shown yet is shown first. */
  synchronized void moved() {
    if (isDue()) {
      if (done == written || writing) {
        tell();
      } else {
        write();
      }
    }
  }

  /** Another phase begins. What is told of an earlier one from now on is not counted. */
  synchronized void begins(ImportPhase next) {
    phase = next;
    done = 0;
    written = 0;
    tell();
  }

  synchronized void prepared(long bytes) {
    did(ImportPhase.PREPARING, done + bytes);
  }

  synchronized void published(long entries) {
    did(ImportPhase.FINISHING, entries);
  }

  synchronized void tell() {
    told = ports.clock().millis();
    ports.changes().changed(ChangeKind.IMPORT, fence.list().tenant(), fence.importId().toString());
  }

  /** It is shown, but nothing depends on it. */
  private void did(ImportPhase of, long now) {
    if (phase != of) {
      return;
    }
    done = now;
    if (!writing && isDue()) {
      write();
    }
  }

  private void write() {
    writing = true;
    written = done;
    told = ports.clock().millis();
    ports.loads().did(fence, phase, done).whenComplete((kept, failure) -> ended());
  }

  private synchronized void ended() {
    writing = false;
    tell();
  }

  private boolean isDue() {
    return ports.clock().millis() - told >= EVERY_MILLIS;
  }
}
