package io.beckon.persistence.list;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.compliance.CheckedStore;
import io.beckon.persistence.suppression.RedisSuppressionPublisher;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.SuppressionChunk;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A suppression import beside what stood on its list before, and beside who adds to it. */
class SuppressionRowsIT {
  private static final ImportId IMPORT = new ImportId(77);
  private static final Device KNOWN = new Device("+12125550101");
  private static final Device UNKNOWN = new Device("+12125550102");
  private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");
  private static final Instant PAST = Instant.parse("2026-02-01T00:00:00Z");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private CheckedStore node;
  private SuppressionListId list;

  @BeforeEach
  void start() {
    node = CheckedStore.fresh(TestRedis.freshUri());
    var settings =
        new SuppressionListSettings(
            "Registry", SuppressionType.DEVICE, Set.of(), true, null, null, null);
    list = await(node.lists.create(TENANT, settings)).id();
    execute(
        """
        INSERT INTO import (import_id, tenant_id, kind, list_id, state, file_name, sha256, options,
          bytes_total, heard_at, created_at)
        OVERRIDING SYSTEM VALUE
        VALUES (77, 'acme', 'SUPPRESSION', ?, 'RUNNING', 'a', 'a', '{}', 1, now(), now())
        """,
        list.value());
  }

  @AfterEach
  void stop() {
    node.close();
  }

  /**
   * All three want one row, in this order: somebody who holds it, a single entry of the past, and
   * an import that suppresses at once. The last word is the import's, in Redis too.
   */
  @Test
  void anImportThatWritesAfterASingleEntryIsTheNewerOneInRedisToo() {
    add(KNOWN, null, PAST);
    CompletableFuture<?>[] racers =
        node.database
            .jdbi()
            .inTransaction(
                holder -> {
                  holder.execute(
                      "SELECT FROM suppression_entry WHERE list_id = ? FOR UPDATE", list.value());
                  var single = CompletableFuture.runAsync(() -> add(KNOWN, null, PAST));
                  awaitWaiting(1);
                  var imported = CompletableFuture.runAsync(() -> load(KNOWN));
                  awaitWaiting(2);
                  return new CompletableFuture<?>[] {single, imported};
                });
    await(CompletableFuture.allOf(racers));

    var publisher = new RedisSuppressionPublisher(node.database, node.outbox, node.mirror);
    await(publisher.publishImport(TENANT, list, IMPORT, n -> {}));

    assertThat(look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
  }

  @Test
  void whatWasSuppressedBeforeStaysSoWhileAnImportWidensIt() {
    add(KNOWN, null, FAR);
    load(KNOWN, UNKNOWN);

    assertThat(look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
    assertThat(await(node.entries.find(TENANT, list, KNOWN.value()))).isPresent();
    assertThat(await(node.entries.find(TENANT, list, UNKNOWN.value()))).isEmpty();
    assertThat(await(node.lists.find(TENANT, list)).orElseThrow().entries()).isEqualTo(1);
  }

  @Test
  void whatWasSuppressedBeforeIsInARedisThatIsFilledMeanwhile() {
    add(KNOWN, null, FAR);
    load(KNOWN, UNKNOWN);

    node.close();
    node = CheckedStore.linked(node.database, TestRedis.freshUri());

    assertThat(look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(UNKNOWN)).isEqualTo(Answer.PLACE);
  }

  private void add(Device device, @Nullable Instant from, @Nullable Instant till) {
    await(node.entries.add(TENANT, list, List.of(new NewEntry(device.value(), from, till, null))));
  }

  private void load(Device... devices) {
    var fence = new LoadFence(new ListRef(TENANT, ImportKind.SUPPRESSION, list.value()), IMPORT, 1);
    var values = Stream.of(devices).map(d -> new SuppressionChunk.Value(1, 2, d.value())).toList();
    var chunk = SuppressionChunk.of(new ChunkSpan(0, 1, 1, 1), values);
    node.database.jdbi().useTransaction(h -> SuppressionRows.write(h, fence, chunk, CLOCK));
  }

  private void awaitWaiting(int sessions) {
    Awaitility.await()
        .until(
            () ->
                node.database
                        .jdbi()
                        .withHandle(
                            h ->
                                h.select(
                                        "SELECT count(*) FROM pg_stat_activity WHERE"
                                            + " datname = current_database()"
                                            + " AND wait_event_type = 'Lock'")
                                    .mapTo(int.class)
                                    .one())
                    == sessions);
  }

  private Answer look(Device device) {
    return await(
        node.guard.look(
            new Placement(TENANT, new GroupId(1), device, null, Channel.VOICE, List.of())));
  }

  private void execute(String sql, Object... values) {
    node.database.jdbi().useHandle(h -> h.execute(sql, values));
  }
}
