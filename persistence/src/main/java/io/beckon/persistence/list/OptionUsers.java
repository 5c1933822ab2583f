package io.beckon.persistence.list;

import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.TenantId;
import org.jdbi.v3.core.Handle;

/** Keeps mappings and rules that the options of drop sources name. */
final class OptionUsers {
  private OptionUsers() {}

  /**
   * Refuses with IN_USE (409). The caller holds the row of what is to be deleted, so that a source
   * that is just being made is seen, or does not find it.
   *
   * @param option as the options name it
   */
  static void refuse(Handle handle, TenantId tenant, String option, Object id) {
    handle
        .createQuery(
            "SELECT name FROM drop_source WHERE tenant_id = :tenant"
                + " AND settings -> 'options' ->> :option = :id ORDER BY source_id LIMIT 1")
        .bind("tenant", tenant.value())
        .bind("option", option)
        .bind("id", id.toString())
        .mapTo(String.class)
        .findOne()
        .ifPresent(
            source -> {
              throw new RefusedException(
                  Refusal.conflict(
                      "IN_USE",
                      "The drop source "
                          + source
                          + " loads its files by "
                          + option
                          + " "
                          + id
                          + ".",
                      "Take it out of the options of that source first."));
            });
  }
}
