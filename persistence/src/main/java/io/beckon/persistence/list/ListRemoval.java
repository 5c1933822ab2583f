package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListView;
import io.beckon.protocol.tenant.TenantId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lists away: out of sight at once, their tables as soon as nobody reads them. An export or a
 * report that runs keeps a table for as long as it does.
 */
final class ListRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(ListRemoval.class);

  private static final String LOADED_BY =
      """
      SELECT name FROM campaign_group
      WHERE tenant_id = :tenant AND settings -> 'lists' @> :list::jsonb
        AND state IN ('LOADING', 'LOADED', 'RUNNING', 'PAUSED', 'STOPPING', 'UNLOADING')
      ORDER BY group_id LIMIT 1
      """;

  private static final String LEFT =
      """
      SELECT list_id FROM contact_list
      WHERE deleted_at IS NOT NULL AND to_regclass('contact_' || list_id) IS NOT NULL
      ORDER BY list_id
      """;

  private ListRemoval() {}

  /** Refuses a list that an import fills or a group has loaded. */
  static void requireUnused(Handle handle, TenantId tenant, ContactListView list) {
    if (list.openImports() > 0) {
      throw new RefusedException(
          Refusal.conflict(
              "IMPORT_OPEN",
              "An import of the list is still queued or running.",
              "Cancel it or wait for its end, then delete the list."));
    }
    handle
        .createQuery(LOADED_BY)
        .bind("tenant", tenant.value())
        .bind("list", "[{\"id\":\"" + list.id() + "\"}]")
        .mapTo(String.class)
        .findOne()
        .ifPresent(
            group -> {
              throw new RefusedException(
                  Refusal.conflict(
                      "LIST_LOADED",
                      "The campaign group " + group + " has the list loaded.",
                      "Unload the group, or wait until it is completed, then delete the list."));
            });
  }

  /** Nobody waits for it: the more a list holds, the longer its files take to go. */
  static void drop(Database database, ContactListId list) {
    database
        .useTransaction(handle -> tryToDrop(handle, list.value()))
        .whenComplete(
            (gone, failure) -> {
              if (failure != null) {
                later(list.value(), failure);
              }
            });
  }

  private static void later(long list, Throwable cause) {
    LOG.info("list-tables=later list={} cause=\"{}\"", list, cause.getMessage());
  }

  /** Within a transaction of its own; what cannot be dropped now is dropped later. */
  private static void tryToDrop(Handle handle, long list) {
    handle.execute("SAVEPOINT dropping");
    try {
      Partitions.drop(handle, list);
    } catch (JdbiException e) {
      handle.execute("ROLLBACK TO SAVEPOINT dropping");
      later(list, e);
    }
  }

  /** Of lists that were deleted while somebody read them, or before a node went down. */
  static void dropLeft(Handle handle) {
    handle
        .createQuery(LEFT)
        .mapTo(Long.class)
        .list()
        .forEach(list -> handle.useTransaction(h -> tryToDrop(h, list)));
  }
}
