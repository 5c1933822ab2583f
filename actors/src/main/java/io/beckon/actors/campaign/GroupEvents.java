package io.beckon.actors.campaign;

import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventHandlerBuilder;
import io.beckon.actors.campaign.CampaignGroupState.Absent;
import io.beckon.actors.campaign.CampaignGroupState.Completed;
import io.beckon.actors.campaign.CampaignGroupState.Loaded;
import io.beckon.actors.campaign.CampaignGroupState.Loading;
import io.beckon.actors.campaign.CampaignGroupState.NotLoaded;
import io.beckon.actors.campaign.CampaignGroupState.Paused;
import io.beckon.actors.campaign.CampaignGroupState.Present;
import io.beckon.actors.campaign.CampaignGroupState.Running;
import io.beckon.actors.campaign.CampaignGroupState.Stopping;
import io.beckon.actors.campaign.CampaignGroupState.Unloading;
import io.beckon.actors.campaign.CampaignGroupState.WithRun;
import io.beckon.protocol.campaign.CampaignGroupEvent;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.RunState;
import java.time.Instant;
import java.util.List;

/** What {@link Transitions} decides as events, and what each event makes of a state. */
final class GroupEvents {
  private GroupEvents() {}

  /** Nothing for a step that is not done by events alone. */
  static List<CampaignGroupEvent> of(RunState state, GroupAction action, Instant at) {
    return switch (Transitions.step(state, action)) {
      case REMEMBER_RUN -> List.of(new CampaignGroupEvent.StartRemembered(RunState.RUNNING, at));
      case REMEMBER_PAUSE -> List.of(new CampaignGroupEvent.StartRemembered(RunState.PAUSED, at));
      case GIVE_UP_LOAD -> List.of(new CampaignGroupEvent.LoadGivenUp(at));
      case RUN -> List.of(new CampaignGroupEvent.Started(at));
      case PAUSE -> List.of(new CampaignGroupEvent.Paused(at));
      case STOP -> List.of(new CampaignGroupEvent.StopBegun(at));
      case UNLOAD -> List.of(new CampaignGroupEvent.UnloadBegun(false, at));
      case UNLOAD_AT_ONCE ->
          List.of(
              new CampaignGroupEvent.UnloadBegun(true, at), new CampaignGroupEvent.Unloaded(at));
      case REFUSE, NOTHING, LOAD, LOAD_THEN_RUN, LOAD_THEN_PAUSE -> List.of();
    };
  }

  static EventHandler<CampaignGroupState, CampaignGroupEvent> handler() {
    EventHandlerBuilder<CampaignGroupState, CampaignGroupEvent> b = EventHandlerBuilder.builder();
    b.forStateType(Absent.class).onEvent(CampaignGroupEvent.Created.class, Absent::created);
    b.forStateType(NotLoaded.class).onEvent(CampaignGroupEvent.LoadBegun.class, NotLoaded::loading);
    b.forStateType(Completed.class).onEvent(CampaignGroupEvent.LoadBegun.class, Completed::loading);
    b.forStateType(Loading.class)
        .onEvent(CampaignGroupEvent.StartRemembered.class, Loading::remembering)
        .onEvent(CampaignGroupEvent.LoadEnded.class, (s, e) -> s.loaded())
        .onEvent(CampaignGroupEvent.LoadGivenUp.class, (s, e) -> s.givenUp());
    b.forStateType(Loaded.class)
        .onEvent(CampaignGroupEvent.Started.class, (s, e) -> s.started())
        .onEvent(CampaignGroupEvent.Paused.class, (s, e) -> s.paused());
    b.forStateType(Running.class)
        .onEvent(CampaignGroupEvent.Paused.class, (s, e) -> s.paused())
        .onEvent(CampaignGroupEvent.StopBegun.class, (s, e) -> s.stopping())
        .onEvent(CampaignGroupEvent.Completed.class, (s, e) -> s.completed());
    b.forStateType(Paused.class)
        .onEvent(CampaignGroupEvent.Started.class, (s, e) -> s.started())
        .onEvent(CampaignGroupEvent.StopBegun.class, (s, e) -> s.stopping());
    b.forStateType(Stopping.class).onEvent(CampaignGroupEvent.Stopped.class, (s, e) -> s.stopped());
    b.forStateType(Unloading.class)
        .onEvent(CampaignGroupEvent.Unloaded.class, (s, e) -> s.unloaded());
    b.forStateType(WithRun.class)
        .onEvent(CampaignGroupEvent.UnloadBegun.class, (s, e) -> s.unloading());
    b.forStateType(Present.class)
        .onEvent(CampaignGroupEvent.Changed.class, (s, e) -> s.with(s.plan().changed(e)));
    return b.build();
  }
}
