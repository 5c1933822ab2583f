package io.beckon.actors.dialing;

import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import io.beckon.actors.dialing.SessionMessage.Checked;
import io.beckon.actors.dialing.SessionMessage.Claimed;
import io.beckon.actors.dialing.SessionMessage.Flush;
import io.beckon.actors.dialing.SessionMessage.GivenBack;
import io.beckon.actors.dialing.SessionMessage.Recovered;
import io.beckon.actors.dialing.SessionMessage.Refreshed;
import io.beckon.actors.dialing.SessionMessage.Result;
import io.beckon.actors.dialing.SessionMessage.Resumed;
import io.beckon.actors.dialing.SessionMessage.Retry;
import io.beckon.actors.dialing.SessionMessage.Slept;
import io.beckon.actors.dialing.SessionMessage.Stored;
import io.beckon.actors.dialing.SessionMessage.Tick;
import io.beckon.actors.dialing.SessionMessage.WroteBack;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.DialSessionCommand.Finish;
import io.beckon.protocol.dialing.DialSessionCommand.Grant;
import io.beckon.protocol.dialing.DialSessionCommand.Hold;
import io.beckon.protocol.dialing.DialSessionCommand.Report;
import io.beckon.protocol.dialing.DialSessionCommand.Wake;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.DialSessionEvent.SessionResumed;
import io.beckon.protocol.dialing.DialSessionEvent.WrittenBack;
import io.beckon.protocol.dialing.DialStore.Fenced;
import io.beckon.protocol.dialing.DialStore.NewAttempt;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One slice of a run: claims records, asks compliance, persists what may be placed before a gateway
 * hears of it, and writes outcomes back. A thin shell: {@link Placing} and {@link Settling} decide.
 *
 * <pre>
 * resuming (fence raised, orphans returned) → ready ⇄ granted → finishing → stopped
 * </pre>
 */
public final class DialSession
    extends EventSourcedBehavior<DialSessionCommand, DialSessionEvent, DialSessionState> {
  private static final Logger log = LoggerFactory.getLogger(DialSession.class);
  private static final Duration TICK = Duration.ofMillis(200);

  /** What arrives within it shares one journal row and one transaction. */
  private static final Duration LINGER = Duration.ofMillis(20);

  private static final int SNAPSHOT_EVERY = 500;

  /**
   * Around the whole session, not as its onPersistFailure: that would keep this object, and with it
   * claims which the next incarnation has already returned.
   */
  private static final SupervisorStrategy BACK_OFF =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2);

  private final SessionId id;
  private final SessionParts parts;
  private final ActorContext<DialSessionCommand> context;
  private final SessionIo io;
  private final SessionWork work = new SessionWork();
  private final Placing placing;
  private final Settling settling;

  public static Behavior<DialSessionCommand> create(SessionId id, SessionParts parts) {
    Behavior<DialSessionCommand> session =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> {
                      timers.startTimerWithFixedDelay(new Tick(), TICK);
                      return new DialSession(context, id, parts);
                    }));
    return Behaviors.supervise(session).onFailure(BACK_OFF);
  }

  private DialSession(ActorContext<DialSessionCommand> context, SessionId id, SessionParts parts) {
    super(PersistenceId.of(DialSessionCommand.TYPE.name(), id.entityId(), "/"));
    this.id = id;
    this.parts = parts;
    this.context = context;
    this.io = new SessionIo(context, id, parts);
    this.placing = new Placing(id, parts, io, work);
    this.settling = new Settling(id, parts, io, work);
  }

  @Override
  public DialSessionState emptyState() {
    return DialSessionState.EMPTY;
  }

  @Override
  public CommandHandler<DialSessionCommand, DialSessionEvent, DialSessionState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Tick.class, (s, c) -> onTick(s))
        .onCommand(Result.class, (s, c) -> onResult(c))
        .onCommand(Grant.class, this::onGrant)
        .onCommand(Report.class, this::onReport)
        .onCommand(Flush.class, (s, c) -> onFlush(s))
        .onCommand(Checked.class, this::onChecked)
        .onCommand(Stored.class, this::onStored)
        .onCommand(WroteBack.class, this::onWroteBack)
        .onCommand(Claimed.class, this::onClaimed)
        .onCommand(GivenBack.class, this::onGivenBack)
        .onCommand(Refreshed.class, this::onRefreshed)
        .onCommand(Hold.class, (s, c) -> onHold(s))
        .onCommand(Finish.class, (s, c) -> onFinish(s))
        .onCommand(Wake.class, (s, c) -> Effect().none())
        .onCommand(Retry.class, (s, c) -> onRetry())
        .onCommand(Resumed.class, this::onResumed)
        .onCommand(Recovered.class, this::onRecovered)
        .onCommand(Slept.class, this::onSlept)
        .build();
  }

  private Effect<DialSessionEvent, DialSessionState> onResult(Result result) {
    if (result.askedBy() == io) {
      context.getSelf().tell(result.message());
    }
    return Effect().none();
  }

  // Beginning

  private Effect<DialSessionEvent, DialSessionState> onResumed(DialSessionState s, Resumed c) {
    if (c.beginning() == null) {
      return again("resume", c.error());
    }
    work.epoch = c.beginning().epoch();
    work.settings = c.beginning().settings();
    work.times = c.beginning().times();
    return Effect()
        .persist(new SessionResumed(work.epoch))
        .thenRun((DialSessionState now) -> io.recover(work.epoch, now));
  }

  private Effect<DialSessionEvent, DialSessionState> onRecovered(DialSessionState s, Recovered c) {
    if (c.written() == null) {
      return again("recover", c.error());
    }
    settling.neverPlaced(s, c.written());
    work.ready = true;
    log.info(
        "session resumed session={} epoch={} open={} unwritten={}",
        id.entityId(),
        work.epoch,
        s.open().size(),
        s.unwritten().size());
    return onTick(s);
  }

  private Effect<DialSessionEvent, DialSessionState> again(String what, @Nullable Throwable error) {
    log.warn("session={} step={} failed, trying again: {}", id.entityId(), what, text(error));
    context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), new Retry());
    return Effect().none();
  }

  private Effect<DialSessionEvent, DialSessionState> onRetry() {
    io.resume();
    return Effect().none();
  }

  // Placing

  private Effect<DialSessionEvent, DialSessionState> onGrant(DialSessionState s, Grant c) {
    if (work.ready) {
      placing.granted(c);
      if (c.credits() > 0) {
        work.statusDue = true;
        flushSoon();
      }
    }
    return Effect().none();
  }

  private Effect<DialSessionEvent, DialSessionState> onChecked(DialSessionState s, Checked c) {
    List<NewAttempt> allowed = placing.checked(c);
    if (allowed.isEmpty()) {
      return Effect().none();
    }
    Instant at = allowed.get(0).authorisedAt();
    List<DialSessionEvent> events = placing.events(allowed, at);
    return Effect()
        .persist(events)
        .thenRun((DialSessionState now) -> io.authorise(work.epoch, allowed, at));
  }

  private Effect<DialSessionEvent, DialSessionState> onStored(DialSessionState s, Stored c) {
    if (c.error() == null) {
      placing.place(c);
      return Effect().none();
    } else if (isFenced(c.error())) {
      return stop();
    }
    trouble("DATABASE_AWAY", c.error());
    settling.notWritten(c.attempts());
    return onFlush(s);
  }

  private Effect<DialSessionEvent, DialSessionState> onClaimed(DialSessionState s, Claimed c) {
    work.claiming = false;
    if (c.records() != null) {
      placing.claimed(c.records());
      flushSoon();
    } else if (isFenced(c.error())) {
      return stop();
    } else {
      trouble("DATABASE_AWAY", c.error());
      work.claimAgain = parts.clock().instant().plusSeconds(1);
    }
    return Effect().none();
  }

  private Effect<DialSessionEvent, DialSessionState> onRefreshed(DialSessionState s, Refreshed c) {
    work.refreshing = false;
    if (c.view() != null) {
      work.settings = c.view().settings();
      work.times = c.view().times();
      work.zones = c.view().zones();
      placing.claimIfWanted();
    } else {
      trouble("RULES_UNKNOWN", c.error());
    }
    return Effect().none();
  }

  private Effect<DialSessionEvent, DialSessionState> onHold(DialSessionState s) {
    work.lastGrant = Instant.EPOCH;
    placing.returnStock();
    tellPacer(s);
    return Effect().none();
  }

  private Effect<DialSessionEvent, DialSessionState> onGivenBack(DialSessionState s, GivenBack c) {
    if (c.error() == null) {
      work.releasing = List.of();
    } else if (isFenced(c.error())) {
      return stop();
    } else {
      trouble("DATABASE_AWAY", c.error());
      work.releases.addAll(work.releasing);
      work.releasing = List.of();
    }
    return Effect().none();
  }

  // Settling

  /** Final reports are repeated until they are stored, so an early one may be passed over. */
  private Effect<DialSessionEvent, DialSessionState> onReport(DialSessionState s, Report c) {
    if (!work.ready) {
      return Effect().none();
    }
    settling.report(s, c);
    if (!work.arrived.isEmpty()) {
      flushSoon();
    }
    return Effect().none();
  }

  private void flushSoon() {
    if (!work.flushing) {
      work.flushing = true;
      context.scheduleOnce(LINGER, context.getSelf(), new Flush());
    }
  }

  private Effect<DialSessionEvent, DialSessionState> onFlush(DialSessionState s) {
    work.flushing = false;
    if (!work.ready) {
      return Effect().none();
    }
    List<DialSessionEvent> events = settling.events(s);
    List<AttemptId> wroteBack = List.copyOf(work.wroteBack);
    if (!wroteBack.isEmpty()) {
      events.add(new WrittenBack(wroteBack));
    }
    if (events.isEmpty()) {
      tellPacerSometimes(s);
      return Effect().none();
    }
    return Effect()
        .persist(events)
        .thenRun(
            (DialSessionState now) -> {
              settling.persisted();
              work.forget(wroteBack);
              settling.writeBack(now);
              tellPacer(now);
            });
  }

  private Effect<DialSessionEvent, DialSessionState> onWroteBack(DialSessionState s, WroteBack c) {
    if (c.error() != null) {
      trouble("WRITE_BACK_FAILED", c.error());
      c.attempts().forEach(work.writing::remove);
      work.writeAgain = parts.clock().instant().plusMillis(500);
      return Effect().none();
    }
    work.wroteBack.addAll(c.attempts());
    return Effect().none();
  }

  // Going on and ending

  private Effect<DialSessionEvent, DialSessionState> onTick(DialSessionState s) {
    if (!work.ready) {
      return Effect().none();
    }
    placing.tick();
    settling.tick(s);
    tellPacerSometimes(s);
    if (work.finishing && s.isEmpty() && work.isIdle()) {
      work.ready = false;
      io.sleep(work.epoch);
    }
    return work.arrived.isEmpty() && work.wroteBack.isEmpty() ? Effect().none() : onFlush(s);
  }

  private Effect<DialSessionEvent, DialSessionState> onFinish(DialSessionState s) {
    work.finishing = true;
    return onHold(s);
  }

  private Effect<DialSessionEvent, DialSessionState> onSlept(DialSessionState s, Slept c) {
    work.ready = c.error() != null && !isFenced(c.error());
    return work.ready ? Effect().none() : stop();
  }

  private Effect<DialSessionEvent, DialSessionState> stop() {
    log.info("session stops session={} epoch={}", id.entityId(), work.epoch);
    return Effect().stop();
  }

  private void tellPacer(DialSessionState s) {
    parts.pacer().accept(id, SessionStatus.of(id, work, s, parts.clock().instant()));
  }

  private void tellPacerSometimes(DialSessionState s) {
    boolean full = work.fullStatusAt.plusSeconds(1).isBefore(parts.clock().instant());
    if (full || work.statusDue) {
      tellPacer(s);
    }
  }

  private void trouble(String code, @Nullable Throwable error) {
    work.trouble(code, parts.clock().instant());
    log.warn("session={} trouble={} error={}", id.entityId(), code, text(error));
  }

  private static String text(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException c ? c.getCause() : error;
    return cause == null ? "none" : cause.getClass().getSimpleName();
  }

  private static boolean isFenced(@Nullable Throwable error) {
    return error instanceof Fenced
        || (error instanceof CompletionException && error.getCause() instanceof Fenced);
  }

  @Override
  public EventHandler<DialSessionState, DialSessionEvent> eventHandler() {
    return DialSessionState::apply;
  }

  @Override
  public SignalHandler<DialSessionState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (s, signal) -> io.resume())
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, 2);
  }
}
