package io.beckon.persistence.list;

import io.beckon.persistence.compliance.OpenChanges;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.UpdateKey;
import io.beckon.protocol.reference.Locator.Whereabouts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds the contacts that rows of an update mean, by index. */
final class KnownContacts {
  /**
   * A contact with a key of the chunk.
   *
   * @param row of this file that has brought or changed it already; null: none
   */
  record Holder(long contactId, @Nullable Long row, Whereabouts place) {}

  /** One device of a contact as it stands on the list. */
  record Link(String value, @Nullable String country, @Nullable String state) {}

  private final Handle handle;
  private final LoadFence fence;
  private final UpdateKey key;
  private final String scope;

  /**
   * @param scope as {@link KnownValues#scope}
   */
  KnownContacts(Handle handle, LoadFence fence, UpdateKey key, String scope) {
    this.scope = scope;
    this.handle = handle;
    this.fence = fence;
    this.key = key;
  }

  /** What a row may be found by; the first that is known counts. */
  List<String> keys(CookedContact contact) {
    return switch (key.kind()) {
      case CLIENT_ID -> contact.clientId() == null ? List.of() : List.of(contact.clientId());
      case DEVICE -> contact.devices().stream().map(d -> d.value()).toList();
      case COLUMN -> {
        var value = OtherColumn.of(contact.other(), Objects.requireNonNull(key.column()));
        yield value == null ? List.of() : List.of(value);
      }
    };
  }

  /** The holders of keys; where several contacts share one, the one that came first. */
  Map<String, Holder> holders(Collection<String> keys) {
    Map<String, Long> contacts = new HashMap<>();
    if (keys.isEmpty()) {
      return Map.of();
    }
    handle
        .createQuery(
            """
            SELECT v, k.contact_id FROM unnest(:keys::text[]) v
            CROSS JOIN LATERAL (SELECT min(t.contact_id) AS contact_id FROM %s t
              WHERE %s = v %s) k
            WHERE k.contact_id IS NOT NULL
            """
                .formatted(table(), expression(), scope))
        .bindArray("keys", String.class, new ArrayList<>(keys))
        .map((row, ctx) -> contacts.put(row.getString(1), row.getLong(2)))
        .list();
    var holders = byContact(contacts.values());
    Map<String, Holder> found = new HashMap<>();
    contacts.forEach(
        (value, contact) -> {
          var holder = holders.get(contact);
          if (holder != null) {
            found.put(value, holder);
          }
        });
    return found;
  }

  private String table() {
    long list = fence.list().listId();
    return key.kind() == UpdateKey.Kind.DEVICE
        ? Partitions.devices(list)
        : Partitions.contacts(list);
  }

  private String expression() {
    return switch (key.kind()) {
      case CLIENT_ID -> "t.client_id";
      case DEVICE -> "t.value";
      case COLUMN -> {
        var column = Objects.requireNonNull(key.column());
        KeyIndex.require(handle, fence.list().listId(), column);
        yield KeyIndex.expression(column);
      }
    };
  }

  private Map<Long, Holder> byContact(Collection<Long> contacts) {
    Map<Long, Holder> holders = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT c.contact_id, CASE WHEN c.import_id = :import THEN c.row_no ELSE x.row_no END,
              c.time_zone, c.country, c.postal_code, c.state
            FROM <contacts> c LEFT JOIN <changes> x ON x.contact_id = c.contact_id
            WHERE c.list_id = :list AND c.contact_id = ANY (:ids)
            """)
        .define("contacts", Partitions.contacts(fence.list().listId()))
        .define("changes", OpenChanges.contacts(fence.importId()))
        .bind("import", fence.importId().value())
        .bind("list", fence.list().listId())
        .bindArray("ids", Long.class, new ArrayList<>(contacts))
        .map(
            (row, ctx) ->
                new Holder(
                    row.getLong(1),
                    row.getObject(2, Long.class),
                    new Whereabouts(
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6))))
        .list()
        .forEach(h -> holders.put(h.contactId(), h));
    return holders;
  }

  /** Devices that earlier rows of the file have given to contacts of the list, and those rows. */
  Map<String, Long> givenDevices(Collection<String> values) {
    Map<String, Long> given = new HashMap<>();
    handle
        .createQuery(
            "SELECT d.value, min(x.row_no) FROM <devices> d JOIN <changes> x USING (contact_id)"
                + " WHERE d.value = ANY (:values) GROUP BY d.value")
        .define("devices", OpenChanges.devices(fence.importId()))
        .define("changes", OpenChanges.contacts(fence.importId()))
        .bindArray("values", String.class, new ArrayList<>(values))
        .map((row, ctx) -> given.put(row.getString(1), row.getLong(2)))
        .list();
    return given;
  }

  /** Chains as they are on the list, in the order of trying. */
  Map<Long, List<Link>> chains(Collection<Long> contacts) {
    Map<Long, List<Link>> chains = new HashMap<>();
    handle
        .createQuery(
            "SELECT contact_id, value, country, state FROM <chains> WHERE list_id = :list"
                + " AND contact_id = ANY (:ids) ORDER BY contact_id, chain_n")
        .define("chains", Partitions.devices(fence.list().listId()))
        .bind("list", fence.list().listId())
        .bindArray("ids", Long.class, new ArrayList<>(contacts))
        .map(
            (row, ctx) ->
                chains
                    .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(2))
                    .add(new Link(row.getString(2), row.getString(3), row.getString(4))))
        .list();
    return chains;
  }
}
