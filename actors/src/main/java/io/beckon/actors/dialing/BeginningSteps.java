package io.beckon.actors.dialing;

import akka.persistence.typed.javadsl.Effect;
import io.beckon.actors.dialing.SessionMessage.Recovered;
import io.beckon.actors.dialing.SessionMessage.Resumed;
import io.beckon.actors.dialing.SessionMessage.Retry;
import io.beckon.actors.dialing.SessionMessage.Tick;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.SessionResumed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session takes over its slice: fence raised, orphans returned, then ready. */
final class BeginningSteps {
  private static final Logger log = LoggerFactory.getLogger(BeginningSteps.class);

  private final SessionShell shell;
  private final Settling settling;

  BeginningSteps(SessionShell shell, Settling settling) {
    this.shell = shell;
    this.settling = settling;
  }

  Effect<DialSessionEvent, DialSessionState> onResumed(DialSessionState s, Resumed c) {
    if (c.beginning() == null) {
      return again("resume", c.error());
    }
    shell.work.epoch = c.beginning().epoch();
    shell.work.settings = c.beginning().settings();
    shell.work.times = c.beginning().times();
    return shell
        .effect
        .persist(new SessionResumed(shell.work.epoch))
        .thenRun((DialSessionState now) -> shell.io.recover(shell.work.epoch, now));
  }

  Effect<DialSessionEvent, DialSessionState> onRecovered(DialSessionState s, Recovered c) {
    if (c.written() == null) {
      return again("recover", c.error());
    }
    settling.neverPlaced(s, c.written());
    shell.work.ready = true;
    log.info(
        "session resumed session={} epoch={} open={} unwritten={}",
        shell.id.entityId(),
        shell.work.epoch,
        s.open().size(),
        s.unwritten().size());
    shell.context.getSelf().tell(new Tick());
    return shell.effect.none();
  }

  private Effect<DialSessionEvent, DialSessionState> again(String what, @Nullable Throwable error) {
    log.warn(
        "session={} step={} failed, trying again: {}",
        shell.id.entityId(),
        what,
        Failures.text(error));
    shell.context.scheduleOnce(Duration.ofSeconds(1), shell.context.getSelf(), new Retry());
    return shell.effect.none();
  }

  Effect<DialSessionEvent, DialSessionState> onRetry() {
    shell.io.resume();
    return shell.effect.none();
  }
}
