package io.beckon.actors.campaign;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.PacingView;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.GatewayCommand;
import io.beckon.protocol.dialing.SliceStatus;

/** What a group tells its pacer. */
sealed interface PacerCommand {
  /** The group's state or settings, as of now; sent first and after each change. */
  record Drive(RunId run, int slices, GroupSettings settings, long revision, boolean dialing)
      implements PacerCommand {}

  record Slice(SliceStatus status) implements PacerCommand {}

  record Want(AttemptId attempt, ActorRef<GatewayCommand> replyTo) implements PacerCommand {}

  record Done(AttemptId attempt) implements PacerCommand {}

  record Get(ActorRef<PacingView> replyTo) implements PacerCommand {}

  record Tick() implements PacerCommand {}

  /** The pacer's epoch, larger than every older one's; 0 when it could not be had. */
  record Begin(long epoch) implements PacerCommand {}
}
