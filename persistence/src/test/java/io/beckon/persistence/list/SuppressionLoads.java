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
import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.StagedFile;
import io.beckon.protocol.list.SuppressionChunk;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.suppression.Retention;
import io.beckon.protocol.suppression.SuppressionEntries.EntryView;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A required suppression list on a node's stores, and the files that are loaded into it. */
final class SuppressionLoads implements AutoCloseable {
  CheckedStore node;
  final SuppressionListId list;
  final PostgresImports imports;
  final PostgresImportLoads loads;

  SuppressionLoads(@Nullable Retention retention, Clock clock) {
    node = CheckedStore.fresh(TestRedis.freshUri());
    imports = new PostgresImports(node.database, clock);
    loads = new PostgresImportLoads(node.database, clock);
    var settings =
        new SuppressionListSettings(
            "Registry", SuppressionType.DEVICE, Set.of(), true, retention, null, null);
    list = await(node.lists.create(TENANT, settings)).id();
  }

  /** A load that runs; rows are appended to it. */
  LoadFence begin(ImportMode mode) {
    var options = new ImportOptions("US", null, null, null, null, mode, null, null, null, null);
    var file = new StagedFile("0".repeat(64), 1);
    var ref = new ListRef(TENANT, ImportKind.SUPPRESSION, list.value());
    ImportId id = await(imports.create(new NewImport(ref, "f", file, options, null, null)));
    return new LoadFence(ref, id, await(imports.begin(id)).orElseThrow());
  }

  /** One row as a chunk of its own. */
  void row(LoadFence fence, long row, Device device, EntryTerms terms) {
    var value = new SuppressionChunk.Value(row, row + 1, device.value(), terms);
    var chunk = SuppressionChunk.of(new ChunkSpan(row - 1, row, row + 1, 1), List.of(value));
    assertThat(await(loads.append(fence, chunk))).isTrue();
  }

  void publish(LoadFence fence) {
    node.database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE import SET bytes_total = next_offset WHERE import_id = ?",
                    fence.importId().value()));
    assertThat(await(loads.loaded(fence))).isTrue();
    var publisher = new RedisSuppressionPublisher(node.database, node.outbox, node.mirror);
    await(publisher.publishImport(TENANT, list, fence.importId(), n -> {}));
  }

  void complete(LoadFence fence) {
    publish(fence);
    assertThat(await(loads.complete(fence))).isTrue();
  }

  static void sweep(Sweep sweep) {
    int steps = 0;
    while (await(sweep.step())) {
      assertThat(steps++).isLessThan(100);
    }
  }

  /** Redis is lost, and filled anew from PostgreSQL. */
  void refill() {
    node.close();
    node = CheckedStore.linked(node.database, TestRedis.freshUri());
  }

  void add(Device device, EntryTerms terms) {
    var entry = new NewEntry(device.value(), terms.from(), terms.till(), terms.reason());
    await(node.entries.add(TENANT, list, List.of(entry)));
  }

  EntryView entry(Device device) {
    return await(node.entries.find(TENANT, list, device.value())).orElseThrow();
  }

  boolean holds(Device device) {
    return await(node.entries.find(TENANT, list, device.value())).isPresent();
  }

  /** Reasons of duplicates, in the order of their rows. */
  List<String> duplicates(LoadFence fence) {
    return node.database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT reason FROM import_issue WHERE import_id = ?"
                            + " AND report = 'DUPLICATES' ORDER BY seq")
                    .bind(0, fence.importId().value())
                    .mapTo(String.class)
                    .list());
  }

  Answer look(Device device) {
    return await(
        node.guard.look(
            new Placement(TENANT, new GroupId(1), device, null, Channel.VOICE, List.of())));
  }

  @Override
  public void close() {
    node.close();
  }
}
