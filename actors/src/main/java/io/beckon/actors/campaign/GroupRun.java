package io.beckon.actors.campaign;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectFactories;
import io.beckon.actors.campaign.CampaignGroupState.Completed;
import io.beckon.actors.campaign.CampaignGroupState.Loading;
import io.beckon.actors.campaign.CampaignGroupState.Paused;
import io.beckon.actors.campaign.CampaignGroupState.Present;
import io.beckon.actors.campaign.CampaignGroupState.Running;
import io.beckon.actors.campaign.CampaignGroupState.Stopping;
import io.beckon.actors.campaign.CampaignGroupState.Unloading;
import io.beckon.actors.campaign.CampaignGroupState.WithRun;
import io.beckon.actors.campaign.GroupMessage.Answer;
import io.beckon.actors.campaign.GroupMessage.RowWritten;
import io.beckon.actors.campaign.GroupParts.Key;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.CampaignGroupCommand.Act;
import io.beckon.protocol.campaign.CampaignGroupCommand.GetPacing;
import io.beckon.protocol.campaign.CampaignGroupEvent;
import io.beckon.protocol.campaign.CampaignGroupReply;
import io.beckon.protocol.campaign.GroupStore.GroupRow;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunStore;
import io.beckon.protocol.dialing.DialSessionCommand;
import io.beckon.protocol.dialing.SliceStatus;
import io.beckon.protocol.event.ChangeKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a campaign group does beside deciding: loads, looks, writes its row, keeps its pacer. */
final class GroupRun {
  /** Enough for the largest cluster tried, few enough that small groups do not crumble. */
  static final int SLICES = 16;

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final ActorContext<CampaignGroupCommand> context;
  private final Key key;
  private final GroupParts parts;
  private @Nullable ActorRef<PacerCommand> pacer;
  private boolean looking;

  GroupRun(ActorContext<CampaignGroupCommand> context, Key key, GroupParts parts) {
    this.context = context;
    this.key = key;
    this.parts = parts;
  }

  void recovered(CampaignGroupState state, long revision) {
    if (state instanceof Present present) {
      writeRow(present, revision, null);
      entered(state, List.of());
    }
  }

  /** Does what a state asks for; called on entering it and after recovery. */
  void entered(CampaignGroupState state, List<CampaignGroupEvent> because) {
    if (state instanceof Loading loading) {
      boolean begun = because.stream().anyMatch(CampaignGroupEvent.LoadBegun.class::isInstance);
      if (begun || because.isEmpty()) {
        load(loading);
      }
    }
    if (isPaced(state)) {
      drive((WithRun) state);
    } else {
      stopPacer();
    }
  }

  private static boolean isPaced(CampaignGroupState state) {
    return state instanceof Running
        || state instanceof Paused
        || state instanceof Stopping
        || state instanceof Unloading;
  }

  private void drive(WithRun state) {
    ActorRef<PacerCommand> to = pacer;
    if (to == null) {
      to = context.spawnAnonymous(GroupPacer.create(key, parts));
      pacer = to;
    }
    var plan = state.plan();
    to.tell(
        new PacerCommand.Drive(
            state.run(),
            plan.slices(),
            plan.settings(),
            plan.revision(),
            state instanceof Running));
  }

  private void stopPacer() {
    if (pacer != null) {
      context.stop(pacer);
      pacer = null;
    }
  }

  /** A session whose run is over is told so; whoever missed it before hears it now. */
  Effect<CampaignGroupEvent, CampaignGroupState> slice(
      CampaignGroupState state, SliceStatus status) {
    boolean present = state instanceof WithRun run && run.run().equals(status.session().run());
    if (present && isPaced(state)) {
      return pacer(new PacerCommand.Slice(status));
    } else if (!present || state instanceof Completed) {
      parts.sessions().accept(status.session(), new DialSessionCommand.Finish());
    }
    return none();
  }

  // Loading

  void number(Act act) {
    context.pipeToSelf(
        parts.groups().nextRun(),
        (run, error) -> new GroupMessage.Numbered(act.action(), act.replyTo(), run, error));
  }

  private void load(Loading state) {
    var plan = state.plan();
    var load =
        new RunStore.Load(
            key.tenant(),
            key.group(),
            state.run(),
            plan.slices(),
            plan.settings(),
            parts.clock().instant());
    context.pipeToSelf(
        parts.runs().load(load),
        (records, error) -> new GroupMessage.LoadDone(state.run(), records, error));
  }

  Effect<CampaignGroupEvent, CampaignGroupState> loadAgain(
      Loading state, @Nullable Throwable error) {
    context
        .getLog()
        .warn("group={} run={} load failed, trying again: {}", key.group(), state.run(), error);
    context.scheduleOnce(AGAIN, context.getSelf(), new GroupMessage.LoadAgain(state.run()));
    return none();
  }

  Effect<CampaignGroupEvent, CampaignGroupState> retryLoad(CampaignGroupState state, RunId run) {
    if (state instanceof Loading loading && loading.run().equals(run)) {
      load(loading);
    }
    return none();
  }

  void forget(RunId run) {
    parts.runs().forget(key.tenant(), key.group(), run);
  }

  // Looking

  Effect<CampaignGroupEvent, CampaignGroupState> tick(CampaignGroupState state) {
    boolean ends =
        state instanceof Running || state instanceof Stopping || state instanceof Unloading;
    if (ends && !looking) {
      looking = true;
      RunId run = ((WithRun) state).run();
      context.pipeToSelf(
          parts.runs().remaining(key.tenant(), key.group(), run),
          (left, error) -> new GroupMessage.Looked(run, left, error));
      parts.changes().changed(ChangeKind.GROUP, key.tenant(), key.group().toString());
    }
    return none();
  }

  void looked() {
    looking = false;
  }

  // The pacer

  Effect<CampaignGroupEvent, CampaignGroupState> pacer(PacerCommand command) {
    if (pacer != null) {
      pacer.tell(command);
    }
    return none();
  }

  Effect<CampaignGroupEvent, CampaignGroupState> pacing(GetPacing c) {
    if (pacer == null) {
      c.replyTo().tell(PacingView.IDLE);
    } else {
      pacer.tell(new PacerCommand.Get(c.replyTo()));
    }
    return none();
  }

  // The row

  void writeRow(Present state, long revision, @Nullable Answer answer) {
    @Nullable RunId run = state instanceof WithRun with ? with.run() : null;
    var plan = state.plan();
    write(
        new GroupRow(
            key.tenant(),
            key.group(),
            state.at(),
            run,
            plan.slices(),
            plan.settings(),
            plan.revision(),
            revision),
        answer);
  }

  private void write(GroupRow row, @Nullable Answer answer) {
    context.pipeToSelf(
        parts.groups().writeBack(row), (v, error) -> new RowWritten(row, answer, error));
  }

  /** Answers when the row stands; until then it is tried again. */
  Effect<CampaignGroupEvent, CampaignGroupState> rowWritten(RowWritten c) {
    if (c.error() != null) {
      context.getLog().warn("group={} row not written, trying again", key.group());
      context.scheduleOnce(
          AGAIN, context.getSelf(), new GroupMessage.WriteAgain(c.row(), c.answer()));
      return none();
    }
    Answer answer = c.answer();
    if (answer != null) {
      answer.replyTo().tell(new CampaignGroupReply.Accepted(c.row().state(), answer.begun()));
    }
    parts.changes().changed(ChangeKind.GROUP, key.tenant(), key.group().toString());
    return none();
  }

  Effect<CampaignGroupEvent, CampaignGroupState> writeAgain(GroupMessage.WriteAgain c) {
    write(c.row(), c.answer());
    return none();
  }

  private static Effect<CampaignGroupEvent, CampaignGroupState> none() {
    return new EffectFactories<CampaignGroupEvent, CampaignGroupState>().none();
  }
}
