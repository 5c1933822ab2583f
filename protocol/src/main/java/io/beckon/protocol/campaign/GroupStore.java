package io.beckon.protocol.campaign;

import io.beckon.protocol.dialing.SessionId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What campaign groups keep in SQL. */
public interface GroupStore {
  /**
   * Takes a name and makes room for the group's records. Fails with a Refusal NAME_TAKEN, or
   * UNKNOWN_LIST when one of its lists or suppression lists is not the tenant's.
   */
  CompletionStage<GroupId> reserve(TenantId tenant, GroupSettings settings, Instant at);

  /** Likewise for an id that was drawn before; nothing happens when it has a name already. */
  CompletionStage<GroupId> reserve(
      TenantId tenant, GroupId group, GroupSettings settings, Instant at);

  /** Upserts the group's row; an older revision changes nothing. */
  CompletionStage<Void> writeBack(GroupRow row);

  CompletionStage<RunId> nextRun();

  /** A new epoch for the pacer that begins; each is larger than all before. */
  CompletionStage<Long> nextPacerEpoch(TenantId tenant, GroupId group);

  /** Groups and sessions that somebody has to keep awake. */
  CompletionStage<Awake> awake();

  /** One group as its entity last wrote it. */
  record GroupRow(
      TenantId tenant,
      GroupId group,
      RunState state,
      @Nullable RunId run,
      int slices,
      GroupSettings settings,
      long settingsRevision,
      long revision) {}

  /** A group's address. */
  record GroupKey(TenantId tenant, GroupId group) {}

  /** Who must be there. */
  record Awake(List<GroupKey> groups, List<SessionId> sessions) {}
}
