package io.beckon.bench.lists;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills a list with made-up contacts, straight into its tables, as a completed import leaves them.
 */
final class MadeContacts {
  private MadeContacts() {}

  static void fill(Jdbi jdbi, long list, int contacts) {
    jdbi.useHandle(h -> fill(h, list, contacts));
  }

  private static void fill(Handle handle, long list, int contacts) {
    long importId =
        handle
            .createQuery(
                "INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options,"
                    + " bytes_total, heard_at, created_at, rows_read, accepted) VALUES ('default',"
                    + " 'CONTACTS', :list, 'COMPLETED', '', '', '{}', 0, now(), now(), :n, :n)"
                    + " RETURNING import_id")
            .bind("list", list)
            .bind("n", contacts)
            .mapTo(Long.class)
            .one();
    handle.execute(
        "INSERT INTO contact (tenant_id, list_id, contact_id, import_id, row_no, client_id,"
            + " first_name, last_name, company, postal_code, state, country, other)"
            + " SELECT 'default', ?, n, ?, n, 'C' || n,"
            + " (ARRAY['Ann','Bob','Carla','Dmitri','Eve','Fátima','Gus'])[1 + n % 7],"
            + " (ARRAY['Lee','Miller','Núñez','Schmidt','Wu'])[1 + n % 5] || n % 1000,"
            + " 'Acme, ' || n % 1000, lpad((n % 90000)::text, 5, '0'), 'NY', 'US',"
            + " jsonb_build_object('balance', n % 10000, 'segment', chr(65 + n % 26))"
            + " FROM generate_series(1, ?) n",
        list, importId, contacts);
    handle.execute(
        "INSERT INTO device (tenant_id, list_id, contact_id, chain_n, import_id, value, country,"
            + " state, zone_key) SELECT 'default', ?, n, 0, ?, '+1' || 2120000000 + n, 'US', 'NY',"
            + " 'America/New_York' FROM generate_series(1, ?) n",
        list,
        importId,
        contacts);
    handle.execute("VACUUM ANALYZE contact_" + list);
    handle.execute("VACUUM ANALYZE device_" + list);
    handle.execute("CHECKPOINT");
  }
}
