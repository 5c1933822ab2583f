package io.beckon.bench.preload;

import static io.beckon.bench.ingest.LoadingWorld.now;
import static io.beckon.bench.ingest.LoadingWorld.option;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import io.beckon.bench.ingest.LoadingWorld;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.campaign.PostgresGroupStore;
import io.beckon.persistence.campaign.PostgresRunStore;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.campaign.GroupSettings;
import io.beckon.protocol.campaign.RunStore;
import io.beckon.protocol.list.ListRef;
import java.util.List;

/**
 * Loads a campaign group with {@code --contacts} (a million) of which a tenth is suppressed by a
 * list of {@code --entries} (ten million), beside a bare {@code INSERT … SELECT} of as many records
 * into another group's table with the same indexes.
 */
public final class PreLoadBench implements Bench {
  private static final int SLICES = 16;

  /** Numbers of contacts begin here; a tenth of them are entries as well. */
  private static final String DEVICE = "'+1' || (2020000000 + n)";

  private static final String IMPORT =
      """
      INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options, bytes_total,
        heard_at, created_at)
      VALUES ('default', 'CONTACTS', %d, 'COMPLETED', 'generated', '', '{}', 0, now(), now())
      RETURNING import_id
      """;

  private static final String CONTACTS =
      """
      INSERT INTO contact_%1$d (tenant_id, list_id, contact_id, import_id, row_no, first_name)
      SELECT 'default', %1$d, n, %2$d, n, 'Ann' FROM generate_series(1, %3$d) n
      """;

  private static final String DEVICES =
      """
      INSERT INTO device_%1$d (tenant_id, list_id, contact_id, chain_n, import_id, value, country,
        state, zone_key)
      SELECT 'default', %1$d, n, 0, %2$d, %4$s, 'US', 'DC', 'America/New_York'
      FROM generate_series(1, %3$d) n
      """;

  private static final String LIST =
      """
      INSERT INTO suppression_list (tenant_id, name, type, channels, required, retention, created_at)
      VALUES ('default', 'national', 'DEVICE', '{VOICE}', true, 'PERMANENT', now())
      RETURNING list_id
      """;

  private static final String ENTRIES =
      """
      INSERT INTO suppression_entry (list_id, value, tenant_id)
      SELECT %d, '+1' || (2020000000 + n * 10), 'default' FROM generate_series(1, %d) n
      """;

  private static final String BARE =
      """
      INSERT INTO dial_record_%1$d (tenant_id, group_id, run_id, slice, list_id, contact_id,
        chain_n, device, client_id, country, region, zone_key, contact_zone, state, ready_at,
        treatment)
      SELECT 'default', %1$d, 1, (hashint8(c.contact_id) & 2147483647) %% %3$d, c.list_id,
        c.contact_id, d.chain_n, d.value, c.client_id, d.country, d.state, d.zone_key, '', 'R',
        now(), -1
      FROM device_%2$d d JOIN contact_%2$d c USING (list_id, contact_id)
      """;

  @Override
  public String purpose() {
    return "records loaded a second into a group, past a large suppression list (--contacts,"
        + " --entries)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int contacts = Integer.parseInt(option(arguments, "--contacts", "1000000"));
    int entries = Integer.parseInt(option(arguments, "--entries", "10000000"));
    try (var world = new LoadingWorld("pre-load")) {
      var list = generate(world, contacts, entries);
      double loaded = load(world, list);
      long suppressed = count(world, "state = 'S'");
      double bare = bare(world, list);
      results.metric("records_per_s", contacts / loaded, "records/s", contacts / bare);
      results.metric("suppressed", suppressed, "records");
      return suppressed == Math.min(contacts / 10, entries) && count(world, "true") == contacts;
    }
  }

  private static ListRef generate(LoadingWorld world, int contacts, int entries) {
    var list = world.list("people");
    world
        .database()
        .jdbi()
        .useTransaction(
            h -> {
              long id = list.listId();
              long from = h.createQuery(IMPORT.formatted(id)).mapTo(Long.class).one();
              h.execute(CONTACTS.formatted(id, from, contacts));
              h.execute(DEVICES.formatted(id, from, contacts, DEVICE));
              h.execute(ENTRIES.formatted(h.createQuery(LIST).mapTo(Long.class).one(), entries));
            });
    world
        .database()
        .jdbi()
        .useHandle(h -> h.execute("VACUUM ANALYZE contact, device, suppression_entry"));
    return list;
  }

  private static double load(LoadingWorld world, ListRef list) {
    var group = group(world, "loaded", list);
    var runs = new PostgresRunStore(world.database());
    var run = now(new PostgresGroupStore(world.database()).nextRun());
    var settings = settings("loaded", list);
    var load =
        new RunStore.Load(
            LoadingWorld.TENANT, group, run, SLICES, settings, world.clock().instant());
    return seconds(world, () -> now(runs.load(load)));
  }

  private static double bare(LoadingWorld world, ListRef list) {
    var group = group(world, "bare", list);
    var insert = BARE.formatted(group.value(), list.listId(), SLICES);
    return seconds(world, () -> world.database().jdbi().withHandle(h -> h.execute(insert)));
  }

  private interface Work {
    Object run();
  }

  private static double seconds(LoadingWorld world, Work work) {
    world.checkpoint();
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static GroupId group(LoadingWorld world, String name, ListRef list) {
    var store = new PostgresGroupStore(world.database());
    return now(store.reserve(LoadingWorld.TENANT, settings(name, list), world.clock().instant()));
  }

  private static GroupSettings settings(String name, ListRef list) {
    return JsonColumn.read(
        "{\"name\":\"%s\",\"lists\":[{\"id\":\"%d\",\"weight\":10}]}"
            .formatted(name, list.listId()),
        GroupSettings.class);
  }

  /** Of the first group. */
  private static long count(LoadingWorld world, String condition) {
    return world
        .database()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT count(*) FROM dial_record WHERE group_id ="
                            + " (SELECT min(group_id) FROM campaign_group) AND "
                            + condition)
                    .mapTo(Long.class)
                    .one());
  }
}
