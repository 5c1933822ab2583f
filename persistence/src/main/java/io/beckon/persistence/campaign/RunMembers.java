package io.beckon.persistence.campaign;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RunId;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a change of single contacts means for runs, in the transaction of that change: whoever is
 * new joins, whoever is gone is not dialled any more.
 */
public final class RunMembers {
  /** Its name space for advisory locks on contact lists: adding shares, loading waits. */
  private static final int LOCK = 5;

  private final Handle handle;
  private final TenantId tenant;
  private final ContactListId list;
  private final Instant now;

  public RunMembers(Handle handle, TenantId tenant, ContactListId list, Instant now) {
    this.handle = handle;
    this.tenant = tenant;
    this.list = list;
    this.now = now;
    handle.execute(
        "SELECT pg_advisory_xact_lock_shared(?, ?)", LOCK, Math.toIntExact(list.value()));
  }

  /** Lets additions end that do not know of the caller's run yet. */
  static void awaitAdditions(Handle handle, ContactListId list) {
    handle.execute("SELECT pg_advisory_lock(?, ?)", LOCK, Math.toIntExact(list.value()));
    handle.execute("SELECT pg_advisory_unlock(?, ?)", LOCK, Math.toIntExact(list.value()));
  }

  /** A contact is new on the list. */
  public void added(ContactId contact) {
    targets().forEach(target -> ListAddition.contact(handle, target, list, contact, now));
  }

  /** Contacts are not on the list any more. */
  public void removed(List<ContactId> contacts) {
    handle
        .createUpdate(MemberSql.GONE)
        .define("those", "")
        .bindArray("groups", Long.class, groups())
        .bind("list", list.value())
        .bindArray("contacts", Long.class, contacts.stream().map(ContactId::value).toList())
        .execute();
  }

  /** A contact is what {@code contact} says from here on. */
  public void changed(ContactId id, CookedContact contact) {
    var groups = groups();
    var open = targets().stream().filter(target -> isOpen(target.group(), id)).toList();
    var devices = contact.devices();
    of(id, handle.createUpdate(MemberSql.GONE.replace(":contacts", "ARRAY[:contact]")))
        .define("those", "AND device <> ALL (:devices)")
        .bindArray("groups", Long.class, groups)
        .bindArray("devices", String.class, devices.stream().map(CookedDevice::value).toList())
        .execute();
    of(id, handle.createUpdate(MemberSql.FACTS))
        .bindArray("groups", Long.class, groups)
        .bind("client", contact.clientId())
        .bind("zone", contact.zones().value())
        .bind("country", contact.country())
        .bind("state", contact.state())
        .bindArray("devices", String.class, devices.stream().map(CookedDevice::value).toList())
        .bindArray("zones", String.class, devices.stream().map(d -> d.zones().value()).toList())
        .bindArray("countries", String.class, devices.stream().map(CookedDevice::country).toArray())
        .bindArray("regions", String.class, devices.stream().map(CookedDevice::state).toArray())
        .execute();
    open.forEach(target -> ListAddition.devices(handle, target, list, id, now));
    of(id, handle.createUpdate(MemberSql.NEXT))
        .bindArray("groups", Long.class, groups)
        .bind("now", now)
        .execute();
  }

  /** The first number of the chain that no device of the contact has or had in a run. */
  public int freeInChain(ContactId contact) {
    return of(contact, handle.createQuery(MemberSql.LAST_IN_CHAIN))
            .bindArray("groups", Long.class, groups())
            .mapTo(Integer.class)
            .one()
        + 1;
  }

  /** Whether the run may still call the contact, or has not heard of it. */
  private boolean isOpen(GroupId group, ContactId contact) {
    return of(contact, handle.createQuery(MemberSql.IS_OPEN))
        .bind("group", group.value())
        .mapTo(Boolean.class)
        .one();
  }

  private <S extends SqlStatement<S>> S of(ContactId contact, S statement) {
    return statement.bind("list", list.value()).bind("contact", contact.value());
  }

  private List<Long> groups() {
    return handle
        .createQuery("SELECT group_id FROM campaign_group WHERE tenant_id = ?")
        .bind(0, tenant.value())
        .mapTo(Long.class)
        .list();
  }

  private List<ListAddition.Target> targets() {
    return handle
        .createQuery(MemberSql.TARGETS)
        .bind("tenant", tenant.value())
        .bind("list", "[{\"id\":\"" + list.value() + "\"}]")
        .map(
            (row, context) ->
                new ListAddition.Target(
                    tenant,
                    new GroupId(row.getLong("group_id")),
                    new RunId(row.getLong("run_id")),
                    row.getInt("slices"),
                    JsonColumn.read(row.getString("settings"), GroupSettings.class)))
        .list();
  }
}
