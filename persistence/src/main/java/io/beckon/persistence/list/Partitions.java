package io.beckon.persistence.list;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A list's own tables. They are made apart and then attached, which locks out neither readers nor
 * writers of other lists; they go as a whole.
 */
final class Partitions {
  private static final List<String> PARENTS = List.of("contact", "device");

  private Partitions() {}

  static String contacts(long list) {
    return "contact_" + list;
  }

  static String devices(long list) {
    return "device_" + list;
  }

  static void create(Handle handle, long list) {
    for (var parent : PARENTS) {
      var table = parent + "_" + list;
      handle.execute(
          "CREATE TABLE %s (LIKE %s INCLUDING ALL, CHECK (list_id = %d))"
              .formatted(table, parent, list));
      handle.execute(
          "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES IN (%d)".formatted(parent, table, list));
    }
  }

  static void drop(Handle handle, long list) {
    handle.execute("SET LOCAL lock_timeout = '1s'");
    PARENTS.forEach(parent -> handle.execute("DROP TABLE IF EXISTS %s_%d".formatted(parent, list)));
  }
}
