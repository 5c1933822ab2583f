package io.beckon.persistence.campaign;

import io.beckon.persistence.dialing.RecordTable;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.selection.SelectionRuleId;
import io.beckon.protocol.selection.Unjudged;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Makes records of contacts that a run has none of yet. */
final class ListAddition {
  private static final String ONE = "AND d.contact_id = :contact";

  private ListAddition() {}

  /** A run, and what decides about its records. */
  record Target(TenantId tenant, GroupId group, RunId run, int slices, GroupSettings settings) {}

  /** Whom: what {@code ADD_LIST} leaves open. */
  private record Scope(
      @Nullable ContactId contact, String only, String known, String ready, String conflict) {}

  /** All contacts of the list. */
  static void whole(Handle h, Target target, ContactListId list, Instant now) {
    add(h, target, list, now, new Scope(null, "", "", "turn = 1", ""));
  }

  /** A contact that is new on the list. */
  static void contact(Handle h, Target target, ContactListId list, ContactId contact, Instant now) {
    add(h, target, list, now, new Scope(contact, ONE, "", "turn = 1", "ON CONFLICT DO NOTHING"));
  }

  /** Devices that are new of a contact; they wait for their turn. */
  static void devices(Handle h, Target target, ContactListId list, ContactId contact, Instant now) {
    var known = "AND o.device = d.value AND NOT o.gone";
    add(h, target, list, now, new Scope(contact, ONE, known, "false", "ON CONFLICT DO NOTHING"));
  }

  /** The rule by which the group takes contacts of the list; null: all. */
  private static @Nullable SelectionRuleId rule(Target target, ContactListId list) {
    for (var weighted : target.settings().lists()) {
      if (weighted.id().equals(list)) {
        return weighted.selectionRuleId();
      }
    }
    return null;
  }

  private static void add(Handle h, Target target, ContactListId list, Instant now, Scope scope) {
    boolean mail = target.settings().channel() == Channel.EMAIL;
    var rule = SelectionRuleRows.named(h, target.tenant(), rule(target, list));
    var selected = RuleSql.on(h, rule, list, scope.contact());
    count(h, target, selected.unjudged());
    var gates = Gates.of(h, target.tenant(), target.settings());
    Update update =
        selected
            .bind(h.createUpdate(LoadSql.ADD_LIST.replace("<selected>", selected.sql())))
            .define("records", RecordTable.of(target.group()))
            .define("match", mail ? "NOT LIKE" : "LIKE")
            .define("devices", gates.condition("DEVICE"))
            .define("clients", gates.condition("CLIENT_ID"))
            .define("holds", LoadSql.HOLDS)
            .define("only", scope.only())
            .define("known", scope.known())
            .define("ready", scope.ready())
            .define("conflict", scope.conflict())
            .bind("tenant", target.tenant().value())
            .bind("group", target.group().value())
            .bind("run", target.run().value())
            .bind("slices", target.slices())
            .bind("list", list.value())
            .bind("now", now);
    if (scope.contact() != null) {
      update.bind("contact", scope.contact().value());
    }
    update.execute();
  }

  private static void count(Handle h, Target target, @Nullable Unjudged unjudged) {
    if (unjudged == null) {
      return;
    }
    h.execute(
        """
        UPDATE run SET unjudged = unjudged + ?, unjudged_reason = coalesce(unjudged_reason, ?)
        WHERE run_id = ?
        """,
        unjudged.devices(),
        unjudged.reason(),
        target.run().value());
  }
}
