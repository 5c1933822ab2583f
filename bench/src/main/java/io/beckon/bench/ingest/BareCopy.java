package io.beckon.bench.ingest;

import io.beckon.persistence.Database;
import io.beckon.protocol.list.ListRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** The limit: {@code COPY} of rows that are cooked already, into the same tables and indexes. */
final class BareCopy {
  private static final String CONTACT =
      "tenant_id, list_id, contact_id, import_id, row_no, client_id, first_name, last_name,"
          + " company, time_zone, postal_code, state, country, postal_zones, other";
  private static final String DEVICE =
      "tenant_id, list_id, contact_id, chain_n, import_id, value, country, state, zone_key, line_type";

  private BareCopy() {}

  /** Seconds for all rows of one list, copied into another empty one. */
  static double seconds(Database database, ListRef from, ListRef into, Path folder)
      throws Exception {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              var contacts = folder.resolve("contacts.copy");
              var devices = folder.resolve("devices.copy");
              out(handle, "contact_" + from.listId(), columns(CONTACT, into), contacts);
              out(handle, "device_" + from.listId(), columns(DEVICE, into), devices);
              handle.execute("CHECKPOINT");
              long began = System.nanoTime();
              handle.begin();
              in(handle, "contact_" + into.listId() + " (" + CONTACT + ")", contacts);
              in(handle, "device_" + into.listId() + " (" + DEVICE + ")", devices);
              handle.commit();
              double seconds = (System.nanoTime() - began) / 1e9;
              Files.delete(contacts);
              Files.delete(devices);
              return seconds;
            });
  }

  private static String columns(String all, ListRef into) {
    return all.replaceFirst("list_id", into.listId() + " AS list_id");
  }

  private static void out(Handle handle, String table, String columns, Path file)
      throws IOException, SQLException {
    try (var stream = Files.newOutputStream(file)) {
      handle
          .getConnection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (SELECT " + columns + " FROM " + table + ") TO STDOUT", stream);
    }
  }

  private static void in(Handle handle, String table, Path file) throws IOException, SQLException {
    try (var stream = Files.newInputStream(file)) {
      handle
          .getConnection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", stream, 1 << 20);
    }
  }
}
