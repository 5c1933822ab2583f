package io.beckon.protocol.dialing;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.RecordId;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.compliance.DecisionId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads of attempts and of the people behind them. */
public interface AttemptQueries {
  /** Newest first; attempts that provably were not placed are left out. */
  CompletionStage<Page<AttemptRow>> attempts(TenantId tenant, Filter filter, PageRequest page);

  /** Contacts of completed imports, of all the tenant's lists. */
  CompletionStage<Page<ContactRow>> contacts(TenantId tenant, Filter filter, PageRequest page);

  /**
   * Which ones; null parts match all.
   *
   * @param device E.164 or an e-mail address
   * @param from authorised at or after
   * @param till authorised before
   */
  record Filter(
      @Nullable String clientId,
      @Nullable String device,
      @Nullable GroupId group,
      @Nullable ContactId contact,
      @Nullable Instant from,
      @Nullable Instant till) {}

  /**
   * One attempt.
   *
   * @param callResult null while it is open
   * @param live answered by a person
   */
  record AttemptRow(
      AttemptId id,
      String device,
      ContactId contactId,
      @Nullable String clientId,
      ContactListId listId,
      RecordId recordId,
      GroupId groupId,
      RunId runId,
      Channel channel,
      Instant authorisedAt,
      @Nullable Instant placedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant endedAt,
      @Nullable CallResult callResult,
      boolean live,
      String node,
      DecisionId decisionId) {}

  /** One person on one list, with the device that was found first. */
  record ContactRow(
      ContactId id,
      ContactListId listId,
      String listName,
      @Nullable String clientId,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String company,
      List<String> devices) {
    public ContactRow {
      devices = List.copyOf(devices);
    }
  }
}
