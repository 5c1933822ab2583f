package io.beckon.protocol.campaign;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.compliance.RuleType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.selection.Unjudged;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads of campaign groups, straight from what entities wrote back. */
public interface GroupQueries {
  CompletionStage<Optional<Summary>> find(TenantId tenant, GroupId group);

  /** Newest first. */
  CompletionStage<Page<Summary>> page(TenantId tenant, PageRequest page);

  /** The group's records of all its runs, by id; null state: all. */
  CompletionStage<Page<RecordRow>> records(
      TenantId tenant, GroupId group, @Nullable RecordState state, PageRequest page);

  /** What the present run's records wait for. */
  CompletionStage<Waiting> waiting(TenantId tenant, GroupId group);

  /**
   * A group and its present run's numbers.
   *
   * @param revision grows with every change of settings or state
   */
  record Summary(
      GroupId id,
      long revision,
      RunState state,
      @Nullable RunId run,
      GroupSettings settings,
      Instant createdAt,
      RecordCounts records,
      AttemptCounts attempts) {}

  /** What a record waits for, in the words of the counts. */
  enum RecordState {
    READY,
    SCHEDULED,
    WAITING,
    IN_PROGRESS,
    FINAL,
    SUPPRESSED
  }

  /**
   * One record.
   *
   * @param readyAt from when on it may be dialled; null once it is final or suppressed
   * @param callResult the last attempt's or denial's; null before the first
   */
  record RecordRow(
      RecordId id,
      ContactListId listId,
      ContactId contactId,
      int chainN,
      String device,
      @Nullable String clientId,
      ZoneKey zones,
      RecordState state,
      @Nullable Instant readyAt,
      int attempts,
      @Nullable CallResult callResult,
      RunId runId) {}

  /**
   * @param zones ready records by zone key
   * @param scheduled records that wait for a time
   * @param nextAt the soonest of those times
   * @param held records that a rule has put off until it allows them; among the others, too
   * @param unjudged what has no record, as a selection rule could not be evaluated for it; or null
   */
  record Waiting(
      List<ZoneCount> zones,
      long scheduled,
      @Nullable Instant nextAt,
      List<Held> held,
      @Nullable Unjudged unjudged) {}

  /**
   * What a rule has put off.
   *
   * @param rule its name when it said so, or the id of a built-in one
   * @param nextAt when the first of the records is allowed again
   */
  record Held(String rule, RuleType type, long records, Instant nextAt) {}

  /** Ready records of one zone key. */
  record ZoneCount(ZoneKey zones, long records) {}
}
