package io.beckon.actors.campaign;

import akka.actor.typed.ActorRef;
import io.beckon.protocol.campaign.CampaignGroupCommand;
import io.beckon.protocol.campaign.CampaignGroupReply;
import io.beckon.protocol.campaign.GroupAction;
import io.beckon.protocol.campaign.GroupStore.GroupRow;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.campaign.RunStore.Remaining;
import org.jspecify.annotations.Nullable;

/** What a campaign group tells itself: results of asynchronous work. A null result is a failure. */
sealed interface GroupMessage extends CampaignGroupCommand.Internal {
  record Tick() implements GroupMessage {}

  /** A run id for a load that was asked for. */
  record Numbered(
      GroupAction action,
      ActorRef<CampaignGroupReply> replyTo,
      @Nullable RunId run,
      @Nullable Throwable error)
      implements GroupMessage {}

  record LoadDone(RunId run, @Nullable Long records, @Nullable Throwable error)
      implements GroupMessage {}

  record Looked(RunId run, @Nullable Remaining remaining, @Nullable Throwable error)
      implements GroupMessage {}

  record RowWritten(GroupRow row, @Nullable Answer answer, @Nullable Throwable error)
      implements GroupMessage {}

  record LoadAgain(RunId run) implements GroupMessage {}

  record WriteAgain(GroupRow row, @Nullable Answer answer) implements GroupMessage {}

  /** Who is told what, once a row is written. */
  record Answer(ActorRef<CampaignGroupReply> replyTo, boolean begun) {}
}
