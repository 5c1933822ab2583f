package io.beckon.protocol.campaign;

import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import io.beckon.protocol.Wire;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.SliceStatus;
import io.beckon.protocol.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** What a campaign group is told. Entity id: {@code tenant|group}. */
public sealed interface CampaignGroupCommand extends Wire {
  EntityTypeKey<CampaignGroupCommand> TYPE =
      EntityTypeKey.create(CampaignGroupCommand.class, "CampaignGroup");

  static String entityId(TenantId tenant, GroupId group) {
    return tenant + "|" + group;
  }

  /** Answers CREATED, or refuses when it exists. */
  record Create(GroupSettings settings, ActorRef<CampaignGroupReply> replyTo)
      implements CampaignGroupCommand {}

  /** Replaces the settings; what may not change while running is refused. */
  record Change(
      GroupSettings settings, @Nullable Long revision, ActorRef<CampaignGroupReply> replyTo)
      implements CampaignGroupCommand {}

  /** One step of the table of run states. */
  record Act(GroupAction action, ActorRef<CampaignGroupReply> replyTo)
      implements CampaignGroupCommand {}

  /** "Be there and go on": sent by the RunKeeper to every active group; idempotent. */
  record Wake() implements CampaignGroupCommand {}

  /** A slice tells the pacer what it is doing. */
  record Slice(SliceStatus status) implements CampaignGroupCommand {}

  /** A person has answered; an agent is wanted. Answered with AgentAssigned, or not at all. */
  record WantAgent(AttemptId attempt, ActorRef<GatewayCommand> replyTo)
      implements CampaignGroupCommand {}

  /** The call is over; its agent is free. Idempotent. */
  record AgentDone(AttemptId attempt) implements CampaignGroupCommand {}

  /** What the pacer sees and does now. */
  record GetPacing(ActorRef<PacingView> replyTo) implements CampaignGroupCommand {}

  /** Door for messages the entity sends itself; implemented only in the actors module. */
  non-sealed interface Internal extends CampaignGroupCommand {}
}
