package io.beckon.actors.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.JournalEvent;
import io.beckon.protocol.campaign.CampaignGroupEvent;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunState;
import org.jspecify.annotations.Nullable;

/** Where a campaign group stands; each state offers only the transitions it permits. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CampaignGroupState.Absent.class, name = "absent"),
  @JsonSubTypes.Type(value = CampaignGroupState.NotLoaded.class, name = "not-loaded"),
  @JsonSubTypes.Type(value = CampaignGroupState.Loading.class, name = "loading"),
  @JsonSubTypes.Type(value = CampaignGroupState.Loaded.class, name = "loaded"),
  @JsonSubTypes.Type(value = CampaignGroupState.Running.class, name = "running"),
  @JsonSubTypes.Type(value = CampaignGroupState.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = CampaignGroupState.Stopping.class, name = "stopping"),
  @JsonSubTypes.Type(value = CampaignGroupState.Unloading.class, name = "unloading"),
  @JsonSubTypes.Type(value = CampaignGroupState.Completed.class, name = "completed")
})
sealed interface CampaignGroupState extends JournalEvent {
  /** What a group is in every state but the first. */
  record Plan(GroupSettings settings, long revision, int slices) {
    Plan changed(CampaignGroupEvent.Changed e) {
      return new Plan(e.settings(), revision + 1, slices);
    }
  }

  /** A group that exists. */
  sealed interface Present extends CampaignGroupState {
    Plan plan();

    RunState at();

    Present with(Plan plan);
  }

  /** A group with a run. */
  sealed interface WithRun extends Present {
    RunId run();

    default Unloading unloading() {
      return new Unloading(plan(), run());
    }
  }

  record Absent() implements CampaignGroupState {
    NotLoaded created(CampaignGroupEvent.Created e) {
      return new NotLoaded(new Plan(e.settings(), 1, e.slices()));
    }
  }

  record NotLoaded(Plan plan) implements Present {
    Loading loading(CampaignGroupEvent.LoadBegun e) {
      return new Loading(plan, e.run(), e.then());
    }

    @Override
    public RunState at() {
      return RunState.NOT_LOADED;
    }

    @Override
    public NotLoaded with(Plan changed) {
      return new NotLoaded(changed);
    }
  }

  /**
   * @param then what follows the load; null: nothing
   */
  record Loading(Plan plan, RunId run, @Nullable RunState then) implements WithRun {
    Loading remembering(CampaignGroupEvent.StartRemembered e) {
      return new Loading(plan, run, e.then());
    }

    Loaded loaded() {
      return new Loaded(plan, run);
    }

    NotLoaded givenUp() {
      return new NotLoaded(plan);
    }

    @Override
    public RunState at() {
      return RunState.LOADING;
    }

    @Override
    public Loading with(Plan changed) {
      return new Loading(changed, run, then);
    }
  }

  record Loaded(Plan plan, RunId run) implements WithRun {
    Running started() {
      return new Running(plan, run);
    }

    Paused paused() {
      return new Paused(plan, run);
    }

    @Override
    public RunState at() {
      return RunState.LOADED;
    }

    @Override
    public Loaded with(Plan changed) {
      return new Loaded(changed, run);
    }
  }

  record Running(Plan plan, RunId run) implements WithRun {
    Paused paused() {
      return new Paused(plan, run);
    }

    Stopping stopping() {
      return new Stopping(plan, run);
    }

    Completed completed() {
      return new Completed(plan, run);
    }

    @Override
    public RunState at() {
      return RunState.RUNNING;
    }

    @Override
    public Running with(Plan changed) {
      return new Running(changed, run);
    }
  }

  record Paused(Plan plan, RunId run) implements WithRun {
    Running started() {
      return new Running(plan, run);
    }

    Stopping stopping() {
      return new Stopping(plan, run);
    }

    @Override
    public RunState at() {
      return RunState.PAUSED;
    }

    @Override
    public Paused with(Plan changed) {
      return new Paused(changed, run);
    }
  }

  record Stopping(Plan plan, RunId run) implements WithRun {
    Loaded stopped() {
      return new Loaded(plan, run);
    }

    @Override
    public RunState at() {
      return RunState.STOPPING;
    }

    @Override
    public Stopping with(Plan changed) {
      return new Stopping(changed, run);
    }
  }

  record Unloading(Plan plan, RunId run) implements WithRun {
    NotLoaded unloaded() {
      return new NotLoaded(plan);
    }

    @Override
    public RunState at() {
      return RunState.UNLOADING;
    }

    @Override
    public Unloading with(Plan changed) {
      return new Unloading(changed, run);
    }
  }

  record Completed(Plan plan, RunId run) implements WithRun {
    Loading loading(CampaignGroupEvent.LoadBegun e) {
      return new Loading(plan, e.run(), e.then());
    }

    @Override
    public RunState at() {
      return RunState.COMPLETED;
    }

    @Override
    public Completed with(Plan changed) {
      return new Completed(changed, run);
    }
  }
}
