package io.beckon.protocol.campaign;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.Wire;

/** A campaign group's answer. */
public sealed interface CampaignGroupReply extends Wire {
  /**
   * Done or begun, and written back: a read that follows sees it.
   *
   * @param begun false when there was nothing to do
   */
  record Accepted(RunState state, boolean begun) implements CampaignGroupReply {}

  record Refused(Refusal refusal) implements CampaignGroupReply {}
}
