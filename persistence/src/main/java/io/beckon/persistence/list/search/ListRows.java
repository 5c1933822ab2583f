package io.beckon.persistence.list.search;

import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.tenant.TenantId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The tables of one list.
 *
 * @param contacts name of its own part of {@code contact}
 * @param devices name of its own part of {@code device}
 */
public record ListRows(
    Handle handle, TenantId tenant, ContactListId list, String contacts, String devices) {

  /** With the names of both tables; what else the statement names is for the caller to bind. */
  Query query(String sql) {
    return handle.createQuery(sql).define("contacts", contacts).define("devices", devices);
  }

  /** A query that reads one list of a table by its primary key. */
  Query ofList(String sql) {
    return query(sql).bind("list", list.value());
  }
}
