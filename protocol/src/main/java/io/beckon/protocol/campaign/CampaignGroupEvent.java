package io.beckon.protocol.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.JournalEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a campaign group. Names are kept for ever; see the golden files. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CampaignGroupEvent.Created.class, name = "created"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.Changed.class, name = "changed"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.LoadBegun.class, name = "load-begun"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.StartRemembered.class, name = "start-remembered"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.LoadEnded.class, name = "load-ended"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.LoadGivenUp.class, name = "load-given-up"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.StopBegun.class, name = "stop-begun"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.UnloadBegun.class, name = "unload-begun"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.Unloaded.class, name = "unloaded"),
  @JsonSubTypes.Type(value = CampaignGroupEvent.Completed.class, name = "completed")
})
public sealed interface CampaignGroupEvent extends JournalEvent {
  Instant at();

  /**
   * @param slices into how many dial sessions each run is cut, 1 to 64
   */
  record Created(GroupSettings settings, int slices, Instant at) implements CampaignGroupEvent {}

  record Changed(GroupSettings settings, Instant at) implements CampaignGroupEvent {}

  /**
   * @param then what follows the load: null, RUNNING or PAUSED
   */
  record LoadBegun(RunId run, @Nullable RunState then, Instant at) implements CampaignGroupEvent {}

  /** A start that came while loading. */
  record StartRemembered(RunState then, Instant at) implements CampaignGroupEvent {}

  record LoadEnded(long records, Instant at) implements CampaignGroupEvent {}

  record LoadGivenUp(Instant at) implements CampaignGroupEvent {}

  record Started(Instant at) implements CampaignGroupEvent {}

  record Paused(Instant at) implements CampaignGroupEvent {}

  record StopBegun(Instant at) implements CampaignGroupEvent {}

  record Stopped(Instant at) implements CampaignGroupEvent {}

  record UnloadBegun(boolean force, Instant at) implements CampaignGroupEvent {}

  record Unloaded(Instant at) implements CampaignGroupEvent {}

  record Completed(Instant at) implements CampaignGroupEvent {}
}
