package io.beckon.persistence.dialing;

import io.beckon.protocol.campaign.GroupId;
import org.jdbi.v3.core.Handle;

/**
 * The partition of {@code dial_record} that holds one group's records. Statements name it directly:
 * a generic plan over the parent would lock every group's partition.
 */
public final class RecordTable {
  private RecordTable() {}

  public static String of(GroupId group) {
    return "dial_record_" + group.value();
  }

  /** Attached, not created in place, so that readers of other groups are not locked out. */
  public static void create(Handle handle, GroupId group) {
    handle.execute(
        "CREATE TABLE "
            + of(group)
            + " (LIKE dial_record INCLUDING ALL)"
            + " WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)");
    handle.execute(
        "ALTER TABLE dial_record ATTACH PARTITION "
            + of(group)
            + " FOR VALUES IN ("
            + group.value()
            + ")");
  }
}
