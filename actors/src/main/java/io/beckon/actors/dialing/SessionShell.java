package io.beckon.actors.dialing;

import akka.actor.typed.javadsl.ActorContext;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectFactories;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all steps of a session share: who it is, what it works on, and whom it tells. */
final class SessionShell {
  private static final Logger log = LoggerFactory.getLogger(SessionShell.class);

  /** What arrives within it shares one journal row and one transaction. */
  private static final Duration LINGER = Duration.ofMillis(20);

  final SessionId id;
  final SessionParts parts;
  final ActorContext<DialSessionCommand> context;
  final EffectFactories<DialSessionEvent, DialSessionState> effect;
  final SessionIo io;
  final SessionWork work = new SessionWork();

  SessionShell(
      SessionId id,
      SessionParts parts,
      ActorContext<DialSessionCommand> context,
      EffectFactories<DialSessionEvent, DialSessionState> effect) {
    this.id = id;
    this.parts = parts;
    this.context = context;
    this.effect = effect;
    this.io = new SessionIo(context, id, parts);
  }

  void flushSoon() {
    if (!work.flushing) {
      work.flushing = true;
      context.scheduleOnce(LINGER, context.getSelf(), new SessionMessage.Flush());
    }
  }

  void tellPacer(DialSessionState s) {
    parts.pacer().accept(id, SessionStatus.of(id, work, s, parts.clock().instant()));
  }

  void tellPacerSometimes(DialSessionState s) {
    boolean full = work.fullStatusAt.plusSeconds(1).isBefore(parts.clock().instant());
    if (full || work.statusDue) {
      tellPacer(s);
    }
  }

  void trouble(String code, @Nullable Throwable error) {
    work.trouble(code, parts.clock().instant());
    log.warn("session={} trouble={} error={}", id.entityId(), code, Failures.text(error));
  }

  Effect<DialSessionEvent, DialSessionState> stop() {
    log.info("session stops session={} epoch={}", id.entityId(), work.epoch);
    return effect.stop();
  }
}
