package io.beckon.actors.campaign;

import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.CampaignGroupReply;
import io.beckon.protocol.campaign.CampaignGroupReply.Accepted;
import io.beckon.protocol.campaign.CampaignGroupReply.Refused;
import io.beckon.protocol.campaign.CampaignGroups;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.GroupStore;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link CampaignGroups} as sharded entities. */
public final class ShardedCampaignGroups implements CampaignGroups {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final ClusterSharding sharding;
  private final GroupStore store;
  private final Function<TenantId, CompletionStage<Boolean>> halted;
  private final Clock clock;

  public ShardedCampaignGroups(
      ClusterSharding sharding,
      GroupStore store,
      Function<TenantId, CompletionStage<Boolean>> halted,
      Clock clock) {
    this.sharding = sharding;
    this.store = store;
    this.halted = halted;
    this.clock = clock;
  }

  @Override
  public CompletionStage<GroupId> create(TenantId tenant, GroupSettings settings) {
    return store
        .reserve(tenant, settings, clock.instant())
        .thenCompose(
            group ->
                ask(tenant, group, r -> new CampaignGroupCommand.Create(settings, r))
                    .thenApply(accepted -> group));
  }

  @Override
  public CompletionStage<GroupId> create(TenantId tenant, GroupId group, GroupSettings settings) {
    return store
        .reserve(tenant, group, settings, clock.instant())
        .thenCompose(
            reserved ->
                entity(tenant, group)
                    .<CampaignGroupReply>ask(
                        r -> new CampaignGroupCommand.Create(settings, r), PATIENCE))
        .thenApply(reply -> there(group, reply));
  }

  private static GroupId there(GroupId group, CampaignGroupReply reply) {
    if (reply instanceof Refused refused
        && !refused.refusal().code().equals(Transitions.exists(group).code())) {
      throw new RefusedException(refused.refusal());
    }
    return group;
  }

  @Override
  public CompletionStage<Accepted> act(TenantId tenant, GroupId group, GroupAction action) {
    boolean starts = action == GroupAction.START || action == GroupAction.START_PAUSED;
    CompletionStage<Boolean> stopped =
        starts ? halted.apply(tenant) : CompletableFuture.completedFuture(false);
    return stopped.thenCompose(
        halt ->
            halt
                ? CompletableFuture.failedFuture(new RefusedException(haltedRefusal()))
                : ask(tenant, group, r -> new CampaignGroupCommand.Act(action, r)));
  }

  @Override
  public CompletionStage<Accepted> change(
      TenantId tenant, GroupId group, GroupSettings settings, OptionalLong revision) {
    @Nullable Long based = revision.isPresent() ? revision.getAsLong() : null;
    return ask(tenant, group, r -> new CampaignGroupCommand.Change(settings, based, r));
  }

  @Override
  public CompletionStage<PacingView> pacing(TenantId tenant, GroupId group) {
    return entity(tenant, group)
        .<PacingView>ask(CampaignGroupCommand.GetPacing::new, GLANCE)
        .exceptionally(silence -> PacingView.IDLE);
  }

  private CompletionStage<Accepted> ask(
      TenantId tenant,
      GroupId group,
      Function<ActorRef<CampaignGroupReply>, CampaignGroupCommand> command) {
    return entity(tenant, group)
        .<CampaignGroupReply>ask(command::apply, PATIENCE)
        .thenApply(ShardedCampaignGroups::accepted);
  }

  private static Accepted accepted(CampaignGroupReply reply) {
    if (reply instanceof Refused refused) {
      throw new RefusedException(refused.refusal());
    }
    return (Accepted) reply;
  }

  private EntityRef<CampaignGroupCommand> entity(TenantId tenant, GroupId group) {
    return sharding.entityRefFor(
        CampaignGroupCommand.TYPE, CampaignGroupCommand.entityId(tenant, group));
  }

  private static Refusal haltedRefusal() {
    return Refusal.conflict(
        "HALTED",
        "All dialing is halted here, so no group can be started.",
        "Lift the halt first (DELETE /api/v1/halt).");
  }
}
