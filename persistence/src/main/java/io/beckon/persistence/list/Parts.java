package io.beckon.persistence.list;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.Split;
import io.beckon.protocol.list.UploadRule;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The imports under which an import that is split stores what other lists take. */
final class Parts {
  private static final String INSERT =
      """
      INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options, bytes_total,
        heard_at, created_at, parent_id)
      SELECT p.tenant_id, 'PART', l.list_id, 'QUEUED', p.file_name, p.sha256, '{}', 0,
        p.heard_at, p.created_at, p.import_id
      FROM import p JOIN contact_list l ON l.tenant_id = p.tenant_id
      WHERE p.import_id = :parent AND l.list_id = :list AND l.deleted_at IS NULL
      RETURNING import_id
      """;

  private Parts() {}

  /** Keeps how a new import is split, with a part for each target; once, whoever repeats it. */
  static void create(Handle handle, NewImport wish, ImportId parent) {
    var id = wish.options().uploadRule();
    if (id == null || !isNew(handle, parent)) {
      return;
    }
    var rule = PostgresUploadRules.named(handle, wish.list().tenant(), id);
    List<Split.Part> parts = new ArrayList<>();
    for (var target : rule.targets()) {
      if (target.listId().value() == wish.list().listId()) {
        throw new RefusedException(
            Refusal.invalid(
                "TARGET_IS_LIST",
                "The upload rule " + rule.name() + " names the list that the file is sent to.",
                "Send it to another list: that one takes what no target takes."));
      }
      parts.add(part(handle, wish, parent, rule, target));
    }
    handle
        .createUpdate("UPDATE import SET split = :split::jsonb WHERE import_id = :id")
        .bind("split", JsonColumn.write(new Split(rule.kind(), parts)))
        .bind("id", parent.value())
        .execute();
  }

  private static boolean isNew(Handle handle, ImportId parent) {
    return handle
        .createQuery("SELECT split IS NULL FROM import WHERE import_id = ?")
        .bind(0, parent.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static Split.Part part(
      Handle handle, NewImport wish, ImportId parent, UploadRule rule, UploadRule.Target target) {
    var id =
        handle
            .createQuery(INSERT)
            .bind("parent", parent.value())
            .bind("list", target.listId().value())
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> new RefusedException(unknown(target.listId())));
    Integer quantity = target.quantity() != null ? target.quantity() : target.percentage();
    return new Split.Part(
        target.listId(),
        new ImportId(id),
        quantity == null ? 0 : quantity,
        content(handle, wish, rule, target));
  }

  static Refusal unknown(ContactListId list) {
    return Refusal.invalid(
        "UNKNOWN_LIST",
        "There is no contact list " + list + " here.",
        "Check the targets of the upload rule.");
  }

  private static @Nullable SelectionRule content(
      Handle handle, NewImport wish, UploadRule rule, UploadRule.Target target) {
    if (rule.kind() == UploadRule.Kind.CUSTOM) {
      return SelectionRuleRows.named(handle, wish.list().tenant(), target.selectionRuleId());
    }
    var values = target.values();
    return values == null
        ? null
        : new SelectionRule(
            rule.name(),
            List.of(
                new ConditionSet(
                    List.of(
                        new Condition(
                            rule.field(), FieldType.STRING, Operator.IN, null, values)))));
  }

  /** The right to write each part: that of the whole. */
  static List<LoadFence> fences(LoadFence whole, Split split) {
    var tenant = whole.list().tenant();
    return split.parts().stream()
        .map(p -> new LoadFence(ListRef.of(tenant, p.list()), p.importId(), whole.epoch()))
        .toList();
  }

  /** The parts of an import, whatever its rule; none when it is not split. */
  static List<LoadFence> of(Handle handle, LoadFence whole) {
    return handle
        .createQuery("SELECT import_id, list_id FROM import WHERE parent_id = ? ORDER BY import_id")
        .bind(0, whole.importId().value())
        .map(
            (row, ctx) ->
                new LoadFence(
                    ListRef.of(whole.list().tenant(), new ContactListId(row.getLong(2))),
                    new ImportId(row.getLong(1)),
                    whole.epoch()))
        .list();
  }

  /** They end as the whole has ended. */
  static void end(Handle handle, ImportId whole) {
    handle.execute(
        "UPDATE import p SET state = i.state, finished_at = i.finished_at FROM import i"
            + " WHERE p.parent_id = ? AND i.import_id = p.parent_id",
        whole.value());
  }
}
