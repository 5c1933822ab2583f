package io.beckon.http.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.beckon.protocol.campaign.AttemptCounts;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupQueries.Summary;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign group as the API shows it: its settings, its run's counts, its agents now. */
record GroupView(
    GroupId id,
    @JsonIgnore long revision,
    RunState state,
    @Nullable RunId runId,
    boolean halted,
    @JsonUnwrapped GroupSettings settings,
    Instant createdAt,
    RecordCounts records,
    AttemptCounts attempts,
    Agents agents,
    @Nullable Double occupancyPct,
    @Nullable Double abandonRatePct) {

  /** Agents by state. */
  record Agents(int ready, int talking, int wrapUp) {}

  static GroupView of(Summary group, PacingView pacing, boolean halted) {
    return new GroupView(
        group.id(),
        group.revision(),
        group.state(),
        group.run(),
        halted,
        group.settings(),
        group.createdAt(),
        group.records(),
        group.attempts(),
        new Agents(pacing.agentsReady(), pacing.agentsTalking(), pacing.agentsWrapUp()),
        pacing.occupancyPct(),
        group.attempts().abandonRatePct());
  }
}
