package io.beckon.persistence.dialing;

import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.ClaimedRecord;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Lets nothing be dialled of a contact that an import has flushed. Only claims of lists that were
 * flushed at some time look whether their contacts are there; the records of those that are not
 * become final.
 */
final class FlushedClaims {
  /** What was claimed, and whether its list was ever flushed. */
  record Claimed(ClaimedRecord record, boolean flushed) {}

  static final RowMapper<Claimed> MAPPER =
      (rs, context) ->
          new Claimed(ClaimedRecordMapper.INSTANCE.map(rs, context), rs.getBoolean("flushed"));

  private static final String THERE =
      """
      SELECT c.contact_id FROM <contacts> c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.list_id = :list AND c.contact_id = ANY (:contacts)
      """;

  private static final String FINISH =
      """
      UPDATE <records> SET state = 'F', call_result = :result, claim_epoch = NULL
      WHERE group_id = :group AND list_id = :list AND contact_id = ANY (:contacts)
        AND (state IN ('R', 'W') OR record_id = ANY (:claimed))
      """;

  private FlushedClaims() {}

  static List<ClaimedRecord> kept(Handle h, GroupId group, List<Claimed> claimed) {
    Map<ContactListId, List<ClaimedRecord>> doubtful =
        claimed.stream()
            .filter(Claimed::flushed)
            .map(Claimed::record)
            .collect(Collectors.groupingBy(ClaimedRecord::list));
    Set<ClaimedRecord> gone = new HashSet<>();
    doubtful.forEach((list, records) -> gone.addAll(finished(h, group, list, records)));
    return claimed.stream().map(Claimed::record).filter(r -> !gone.contains(r)).toList();
  }

  private static List<ClaimedRecord> finished(
      Handle h, GroupId group, ContactListId list, List<ClaimedRecord> records) {
    var there = there(h, list, records);
    var gone = records.stream().filter(r -> !there.contains(r.contact())).toList();
    if (!gone.isEmpty()) {
      h.createUpdate(FINISH)
          .define("records", RecordTable.of(group))
          .bind("group", group.value())
          .bind("list", list.value())
          .bind("result", CallResult.CANCEL_RECORD.code())
          .bindArray("contacts", Long.class, gone.stream().map(r -> r.contact().value()).toList())
          .bindArray("claimed", Long.class, gone.stream().map(r -> r.record().value()).toList())
          .execute();
    }
    return gone;
  }

  private static Set<ContactId> there(Handle h, ContactListId list, List<ClaimedRecord> records) {
    List<Long> contacts = new ArrayList<>();
    records.forEach(r -> contacts.add(r.contact().value()));
    return h.createQuery(THERE)
        .define("contacts", "contact_" + list.value())
        .bind("list", list.value())
        .bindArray("contacts", Long.class, contacts)
        .map((rs, context) -> new ContactId(rs.getLong(1)))
        .set();
  }
}
