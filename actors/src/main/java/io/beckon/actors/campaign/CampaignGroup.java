package io.beckon.actors.campaign;

import akka.actor.typed.ActorRef;
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
import io.beckon.actors.campaign.CampaignGroupState.Absent;
import io.beckon.actors.campaign.CampaignGroupState.Completed;
import io.beckon.actors.campaign.CampaignGroupState.Loading;
import io.beckon.actors.campaign.CampaignGroupState.NotLoaded;
import io.beckon.actors.campaign.CampaignGroupState.Present;
import io.beckon.actors.campaign.CampaignGroupState.Running;
import io.beckon.actors.campaign.CampaignGroupState.Stopping;
import io.beckon.actors.campaign.CampaignGroupState.Unloading;
import io.beckon.actors.campaign.CampaignGroupState.WithRun;
import io.beckon.actors.campaign.GroupMessage.Answer;
import io.beckon.actors.campaign.GroupMessage.LoadAgain;
import io.beckon.actors.campaign.GroupMessage.LoadDone;
import io.beckon.actors.campaign.GroupMessage.Looked;
import io.beckon.actors.campaign.GroupMessage.Numbered;
import io.beckon.actors.campaign.GroupMessage.RowWritten;
import io.beckon.actors.campaign.GroupMessage.Tick;
import io.beckon.actors.campaign.GroupMessage.WriteAgain;
import io.beckon.actors.campaign.GroupParts.Key;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.CampaignGroupCommand.Act;
import io.beckon.protocol.campaign.CampaignGroupCommand.AgentDone;
import io.beckon.protocol.campaign.CampaignGroupCommand.Change;
import io.beckon.protocol.campaign.CampaignGroupCommand.Create;
import io.beckon.protocol.campaign.CampaignGroupCommand.GetPacing;
import io.beckon.protocol.campaign.CampaignGroupCommand.Slice;
import io.beckon.protocol.campaign.CampaignGroupCommand.Wake;
import io.beckon.protocol.campaign.CampaignGroupCommand.WantAgent;
import io.beckon.protocol.campaign.CampaignGroupEvent;
import io.beckon.protocol.campaign.CampaignGroupReply;
import io.beckon.protocol.campaign.CampaignGroupReply.Refused;
import io.beckon.protocol.campaign.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign group: its settings, its run states, and the pacer while it has a run. A thin shell:
 * {@link Transitions} says what an action comes to, {@link GroupRun} does the work around it.
 */
public final class CampaignGroup
    extends EventSourcedBehavior<CampaignGroupCommand, CampaignGroupEvent, CampaignGroupState> {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final int SNAPSHOT_EVERY = 500;

  /** Around the whole group: what it keeps in memory only begins anew with it. */
  private static final SupervisorStrategy BACK_OFF =
      SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.2);

  private final ActorContext<CampaignGroupCommand> context;
  private final Key key;
  private final GroupParts parts;
  private final GroupRun work;

  public static Behavior<CampaignGroupCommand> create(Key key, GroupParts parts) {
    Behavior<CampaignGroupCommand> group =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> {
                      timers.startTimerWithFixedDelay(new Tick(), TICK);
                      return new CampaignGroup(context, key, parts);
                    }));
    return Behaviors.supervise(group).onFailure(BACK_OFF);
  }

  private CampaignGroup(ActorContext<CampaignGroupCommand> context, Key key, GroupParts parts) {
    super(
        PersistenceId.of(
            CampaignGroupCommand.TYPE.name(),
            CampaignGroupCommand.entityId(key.tenant(), key.group()),
            "/"));
    this.context = context;
    this.key = key;
    this.parts = parts;
    this.work = new GroupRun(context, key, parts);
  }

  @Override
  public CampaignGroupState emptyState() {
    return new Absent();
  }

  @Override
  public CommandHandler<CampaignGroupCommand, CampaignGroupEvent, CampaignGroupState>
      commandHandler() {
    var b = newCommandHandlerBuilder();
    b.forStateType(Absent.class)
        .onCommand(Create.class, this::onCreate)
        .onCommand(Act.class, (s, c) -> refuse(c.replyTo(), Transitions.absent(key.group())))
        .onCommand(Change.class, (s, c) -> refuse(c.replyTo(), Transitions.absent(key.group())));
    b.forStateType(Present.class)
        .onCommand(Create.class, (s, c) -> refuse(c.replyTo(), Transitions.exists(key.group())))
        .onCommand(Act.class, this::onAct)
        .onCommand(Change.class, this::onChange)
        .onCommand(Numbered.class, this::onNumbered)
        .onCommand(LoadDone.class, this::onLoadDone)
        .onCommand(Looked.class, this::onLooked);
    b.forAnyState()
        .onCommand(Slice.class, (s, c) -> work.slice(s, c.status()))
        .onCommand(
            WantAgent.class, (s, c) -> work.pacer(new PacerCommand.Want(c.attempt(), c.replyTo())))
        .onCommand(AgentDone.class, (s, c) -> work.pacer(new PacerCommand.Done(c.attempt())))
        .onCommand(GetPacing.class, (s, c) -> work.pacing(c))
        .onCommand(RowWritten.class, (s, c) -> work.rowWritten(c))
        .onCommand(WriteAgain.class, (s, c) -> work.writeAgain(c))
        .onCommand(LoadAgain.class, (s, c) -> work.retryLoad(s, c.run()))
        .onCommand(Tick.class, (s, c) -> work.tick(s))
        .onCommand(Wake.class, (s, c) -> Effect().none())
        .onAnyCommand((s, c) -> Effect().none());
    return b.build();
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> onCreate(Absent s, Create c) {
    var created = new CampaignGroupEvent.Created(c.settings(), GroupRun.SLICES, now());
    return persist(List.of(created), new Answer(c.replyTo(), true));
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> onChange(Present s, Change c) {
    if (c.revision() != null && c.revision() != lastSequenceNumber(context)) {
      return refuse(c.replyTo(), Refusal.revisionChanged(c.revision()));
    }
    var refusal = Changes.refusal(s.at(), s.plan().settings(), c.settings());
    return refusal.isPresent()
        ? refuse(c.replyTo(), refusal.get())
        : persist(
            List.of(new CampaignGroupEvent.Changed(c.settings(), now())),
            new Answer(c.replyTo(), true));
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> onAct(Present s, Act c) {
    return switch (Transitions.step(s.at(), c.action())) {
      case REFUSE -> refuse(c.replyTo(), Transitions.refusal(s.at(), c.action()));
      case NOTHING -> {
        c.replyTo().tell(new CampaignGroupReply.Accepted(s.at(), false));
        yield Effect().none();
      }
      case LOAD, LOAD_THEN_RUN, LOAD_THEN_PAUSE -> {
        work.number(c);
        yield Effect().none();
      }
      default -> persist(GroupEvents.of(s.at(), c.action(), now()), new Answer(c.replyTo(), true));
    };
  }

  /** The state may have changed since the number was asked for, so the table is asked again. */
  private Effect<CampaignGroupEvent, CampaignGroupState> onNumbered(Present s, Numbered c) {
    if (c.run() == null) {
      return refuse(c.replyTo(), Transitions.away());
    }
    @Nullable RunState then =
        switch (Transitions.step(s.at(), c.action())) {
          case LOAD_THEN_RUN -> RunState.RUNNING;
          case LOAD_THEN_PAUSE -> RunState.PAUSED;
          default -> null;
        };
    boolean stillLoads = s instanceof NotLoaded || s instanceof Completed;
    return stillLoads
        ? persist(
            List.of(new CampaignGroupEvent.LoadBegun(c.run(), then, now())),
            new Answer(c.replyTo(), true))
        : onAct(s, new Act(c.action(), c.replyTo()));
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> onLoadDone(Present s, LoadDone c) {
    if (!(s instanceof Loading loading) || !loading.run().equals(c.run())) {
      work.forget(c.run());
      return Effect().none();
    }
    if (c.records() == null) {
      return work.loadAgain(loading, c.error());
    }
    List<CampaignGroupEvent> events = new ArrayList<>();
    events.add(new CampaignGroupEvent.LoadEnded(c.records(), now()));
    if (loading.then() == RunState.RUNNING) {
      events.add(new CampaignGroupEvent.Started(now()));
    } else if (loading.then() == RunState.PAUSED) {
      events.add(new CampaignGroupEvent.Paused(now()));
    }
    return persist(events, null);
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> onLooked(Present s, Looked c) {
    work.looked();
    boolean same = s instanceof WithRun run && run.run().equals(c.run());
    if (!same || c.remaining() == null || c.remaining().claimed()) {
      return Effect().none();
    } else if (s instanceof Running && !c.remaining().waiting()) {
      return persist(List.of(new CampaignGroupEvent.Completed(now())), null);
    } else if (s instanceof Stopping) {
      return persist(List.of(new CampaignGroupEvent.Stopped(now())), null);
    } else if (s instanceof Unloading) {
      return persist(List.of(new CampaignGroupEvent.Unloaded(now())), null);
    }
    return Effect().none();
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> persist(
      List<CampaignGroupEvent> events, @Nullable Answer answer) {
    return Effect()
        .persist(events)
        .thenRun(
            (CampaignGroupState next) -> {
              work.entered(next, events);
              work.writeRow((Present) next, lastSequenceNumber(context), answer);
            });
  }

  private Effect<CampaignGroupEvent, CampaignGroupState> refuse(
      ActorRef<CampaignGroupReply> replyTo, Refusal refusal) {
    replyTo.tell(new Refused(refusal));
    return Effect().none();
  }

  private Instant now() {
    return parts.clock().instant();
  }

  @Override
  public EventHandler<CampaignGroupState, CampaignGroupEvent> eventHandler() {
    return GroupEvents.handler();
  }

  @Override
  public SignalHandler<CampaignGroupState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(
            RecoveryCompleted.class, (s, signal) -> work.recovered(s, lastSequenceNumber(context)))
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(SNAPSHOT_EVERY, 2);
  }
}
