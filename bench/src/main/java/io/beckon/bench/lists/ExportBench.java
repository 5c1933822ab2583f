package io.beckon.bench.lists;

import io.beckon.bench.Bench;
import io.beckon.bench.HeapPeak;
import io.beckon.bench.Results;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * A list as CSV over HTTP, beside {@code COPY} of the same columns on a connection of its own:
 * {@code --contacts N}, a million by default. Both run twice; the second time counts.
 */
public final class ExportBench implements Bench {
  private static final String COLUMNS =
      "clientId,firstName,lastName,company,postalCode,state,country,device1,device1Zones,"
          + "other.balance,other.segment";

  @Override
  public String purpose() {
    return "contacts exported a second over HTTP, beside COPY of the same columns (--contacts)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int at = arguments.indexOf("--contacts");
    int contacts = at < 0 ? 1_000_000 : Integer.parseInt(arguments.get(at + 1));
    try (var node = ListNode.start(Files.createTempDirectory("beckon-export"))) {
      var list = node.newList("exported");
      MadeContacts.fill(node.jdbi(), Long.parseLong(list), contacts);
      var path = "/contact-lists/" + list + "/export?columns=" + COLUMNS;
      bare(node.jdbi(), list);
      node.seconds("GET", path);
      double limit = contacts / bare(node.jdbi(), list);
      var heap = HeapPeak.watch();
      double seconds = node.seconds("GET", path);
      double peak = heap.megabytes();
      results.metric("rows_per_s", contacts / seconds, "rows/s", limit);
      results.metric("peak_heap_mb", peak, "MB");
      results.metric(
          "xlsx_rows_per_s",
          contacts / node.seconds("GET", path + "&format=XLSX"),
          "rows/s",
          limit);
      return lines(node, path) == contacts + 1;
    }
  }

  private static long lines(ListNode node, String path) throws IOException {
    try (var answer = node.send("GET", path, "")) {
      long lines = 0;
      var buffer = new byte[1 << 16];
      for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
        for (int i = 0; i < n; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      return lines;
    }
  }

  /** Seconds of the bare statement. */
  private static double bare(Jdbi jdbi, String list) {
    return jdbi.withHandle(
        handle -> {
          long began = System.nanoTime();
          try {
            handle
                .getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                    ("COPY (SELECT client_id, first_name, last_name, company, postal_code, c.state,"
                            + " c.country, d.value, d.zone_key, other->>'balance',"
                            + " other->>'segment' FROM contact_%1$s c LEFT JOIN device_%1$s d"
                            + " USING (list_id, contact_id)) TO STDOUT (FORMAT csv)")
                        .formatted(list),
                    OutputStream.nullOutputStream());
          } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
          }
          return (System.nanoTime() - began) / 1e9;
        });
  }
}
