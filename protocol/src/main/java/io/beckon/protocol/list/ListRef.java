package io.beckon.protocol.list;

import io.beckon.protocol.Wire;
import io.beckon.protocol.tenant.TenantId;

/** A list that imports fill, of either kind. */
public record ListRef(TenantId tenant, ImportKind kind, long listId) implements Wire {
  public static ListRef of(TenantId tenant, ContactListId list) {
    return new ListRef(tenant, ImportKind.CONTACTS, list.value());
  }

  /** The id of the list's entity: {@code default|CONTACTS|12}. */
  public String entityId() {
    return tenant + "|" + kind + "|" + listId;
  }

  public static ListRef parse(String entityId) {
    var parts = entityId.split("\\|", -1);
    return new ListRef(
        new TenantId(parts[0]), ImportKind.valueOf(parts[1]), Long.parseLong(parts[2]));
  }
}
