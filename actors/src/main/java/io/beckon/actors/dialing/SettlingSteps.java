package io.beckon.actors.dialing;

import akka.persistence.typed.javadsl.Effect;
import io.beckon.actors.dialing.SessionMessage.WroteBack;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.DialSessionCommand.Report;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.WrittenBack;
import java.util.List;

/** From a report over the journal to what the database holds. */
final class SettlingSteps {
  private final SessionShell shell;
  private final Settling settling;

  SettlingSteps(SessionShell shell, Settling settling) {
    this.shell = shell;
    this.settling = settling;
  }

  /** Final reports are repeated until they are stored, so an early one may be passed over. */
  Effect<DialSessionEvent, DialSessionState> onReport(DialSessionState s, Report c) {
    if (!shell.work.ready) {
      return shell.effect.none();
    }
    settling.report(s, c);
    if (!shell.work.arrived.isEmpty()) {
      shell.flushSoon();
    }
    return shell.effect.none();
  }

  Effect<DialSessionEvent, DialSessionState> onFlush(DialSessionState s) {
    shell.work.flushing = false;
    if (!shell.work.ready) {
      return shell.effect.none();
    }
    List<DialSessionEvent> events = settling.events(s);
    List<AttemptId> wroteBack = List.copyOf(shell.work.wroteBack);
    if (!wroteBack.isEmpty()) {
      events.add(new WrittenBack(wroteBack));
    }
    if (events.isEmpty()) {
      shell.tellPacerSometimes(s);
      return shell.effect.none();
    }
    return shell
        .effect
        .persist(events)
        .thenRun(
            (DialSessionState now) -> {
              settling.persisted();
              shell.work.forget(wroteBack);
              settling.writeBack(now);
              shell.tellPacer(now);
            });
  }

  Effect<DialSessionEvent, DialSessionState> onWroteBack(DialSessionState s, WroteBack c) {
    if (c.error() != null) {
      shell.trouble("WRITE_BACK_FAILED", c.error());
      c.attempts().forEach(shell.work.writing::remove);
      shell.work.writeAgain = shell.parts.clock().instant().plusMillis(500);
      return shell.effect.none();
    }
    shell.work.wroteBack.addAll(c.attempts());
    return shell.effect.none();
  }
}
