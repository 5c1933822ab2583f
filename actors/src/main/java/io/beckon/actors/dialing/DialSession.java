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
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.DialSessionCommand.Finish;
import io.beckon.protocol.dialing.DialSessionCommand.Grant;
import io.beckon.protocol.dialing.DialSessionCommand.Hold;
import io.beckon.protocol.dialing.DialSessionCommand.Report;
import io.beckon.protocol.dialing.DialSessionCommand.Wake;
import io.beckon.protocol.dialing.DialSessionEvent;
import io.beckon.protocol.dialing.SessionId;
import java.time.Duration;

/**
 * One slice of a run: claims records, asks compliance, persists what may be placed before a gateway
 * hears of it, and writes outcomes back. The steps do it; {@link Placing} and {@link Settling}
 * decide.
 *
 * <pre>
 * resuming (fence raised, orphans returned) → ready ⇄ granted → finishing → stopped
 * </pre>
 */
public final class DialSession
    extends EventSourcedBehavior<DialSessionCommand, DialSessionEvent, DialSessionState> {
  private static final Duration TICK = Duration.ofMillis(200);

  private static final int SNAPSHOT_EVERY = 500;

  /**
   * Around the whole session, not as its onPersistFailure: that would keep this object, and with it
   * claims which the next incarnation has already returned.
   */
  private static final SupervisorStrategy BACK_OFF =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2);

  private final SessionShell shell;
  private final SessionWork work;
  private final Placing placing;
  private final Settling settling;
  private final BeginningSteps begin;
  private final PlacingSteps place;
  private final SettlingSteps settle;

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
    this.shell = new SessionShell(id, parts, context, Effect());
    this.work = shell.work;
    this.placing = new Placing(id, parts, shell.io, work);
    this.settling = new Settling(id, parts, shell.io, work);
    this.begin = new BeginningSteps(shell, settling);
    this.settle = new SettlingSteps(shell, settling);
    this.place = new PlacingSteps(shell, placing, settling, settle);
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
        .onCommand(Grant.class, place::onGrant)
        .onCommand(Report.class, settle::onReport)
        .onCommand(Flush.class, (s, c) -> settle.onFlush(s))
        .onCommand(Checked.class, place::onChecked)
        .onCommand(Stored.class, place::onStored)
        .onCommand(WroteBack.class, settle::onWroteBack)
        .onCommand(Claimed.class, place::onClaimed)
        .onCommand(GivenBack.class, place::onGivenBack)
        .onCommand(Refreshed.class, place::onRefreshed)
        .onCommand(Hold.class, (s, c) -> place.onHold(s))
        .onCommand(Finish.class, (s, c) -> onFinish(s))
        .onCommand(Wake.class, (s, c) -> Effect().none())
        .onCommand(Retry.class, (s, c) -> begin.onRetry())
        .onCommand(Resumed.class, begin::onResumed)
        .onCommand(Recovered.class, begin::onRecovered)
        .onCommand(Slept.class, this::onSlept)
        .build();
  }

  private Effect<DialSessionEvent, DialSessionState> onResult(Result result) {
    if (result.askedBy() == shell.io) {
      shell.context.getSelf().tell(result.message());
    }
    return Effect().none();
  }

  private Effect<DialSessionEvent, DialSessionState> onTick(DialSessionState s) {
    if (!work.ready) {
      return Effect().none();
    }
    placing.tick();
    settling.tick(s);
    shell.tellPacerSometimes(s);
    if (work.finishing && s.isEmpty() && work.isIdle()) {
      work.ready = false;
      shell.io.sleep(work.epoch);
    }
    return work.arrived.isEmpty() && work.wroteBack.isEmpty() ? Effect().none() : settle.onFlush(s);
  }

  private Effect<DialSessionEvent, DialSessionState> onFinish(DialSessionState s) {
    work.finishing = true;
    return place.onHold(s);
  }

  private Effect<DialSessionEvent, DialSessionState> onSlept(DialSessionState s, Slept c) {
    work.ready = c.error() != null && !Failures.isFenced(c.error());
    return work.ready ? Effect().none() : shell.stop();
  }

  @Override
  public EventHandler<DialSessionState, DialSessionEvent> eventHandler() {
    return DialSessionState::apply;
  }

  @Override
  public SignalHandler<DialSessionState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (s, signal) -> shell.io.resume())
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, 2);
  }
}
