package io.beckon.persistence.list;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.compliance.CheckedStore;
import io.beckon.persistence.suppression.FlushedEntries;
import io.beckon.persistence.suppression.RedisSuppressionPublisher;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.compliance.PlacementGuard.Placement;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.list.StagedFile;
import io.beckon.protocol.list.SuppressionChunk;
import io.beckon.protocol.suppression.SuppressionEntries.EntryView;
import io.beckon.protocol.suppression.SuppressionEntries.NewEntry;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A suppression list replaced by a file: at no moment is somebody spared by neither. */
class SuppressionReplaceIT {
  private static final Device OLD = new Device("+12125550101");
  private static final Device BOTH = new Device("+12125550102");
  private static final Device NEW = new Device("+12125550103");
  private static final Device SINGLE = new Device("+12125550104");

  private CheckedStore node;
  private SuppressionListId list;
  private PostgresImports imports;
  private PostgresImportLoads loads;

  @BeforeEach
  void start() {
    node = CheckedStore.fresh(TestRedis.freshUri());
    imports = new PostgresImports(node.database, Clock.systemUTC());
    loads = new PostgresImportLoads(node.database, Clock.systemUTC());
    var settings =
        new SuppressionListSettings(
            "Registry", SuppressionType.DEVICE, Set.of(), true, null, null, null);
    list = await(node.lists.create(TENANT, settings)).id();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void oldAndNewHoldUntilTheOldOnesAreSwept() {
    complete(load(ImportMode.APPEND, OLD, BOTH));
    var load = load(ImportMode.REPLACE, BOTH, NEW, BOTH);
    assertThat(entries()).containsExactly(OLD.value(), BOTH.value());
    assertThat(look(OLD)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(BOTH)).isEqualTo(Answer.SUPPRESSED);
    add(SINGLE);

    complete(load);
    assertThat(entries()).containsExactly(BOTH.value(), NEW.value(), SINGLE.value());
    for (var device : List.of(OLD, BOTH, NEW, SINGLE)) {
      assertThat(look(device)).as(device.value()).isEqualTo(Answer.SUPPRESSED);
    }
    var view = await(imports.find(TENANT, load.importId())).orElseThrow();
    assertThat(List.of(view.rowsRead(), view.accepted(), view.duplicates()))
        .containsExactly(3L, 2L, 1L);
    assertThat(await(node.lists.find(TENANT, list)).orElseThrow())
        .satisfies(l -> assertThat(l.entries()).isEqualTo(3))
        .satisfies(l -> assertThat(l.size()).isEqualTo(3 + 1));

    sweep();
    assertThat(look(OLD)).isEqualTo(Answer.PLACE);
    for (var device : List.of(BOTH, NEW, SINGLE)) {
      assertThat(look(device)).as(device.value()).isEqualTo(Answer.SUPPRESSED);
    }
    assertThat(stored()).isEqualTo(3);
  }

  @Test
  void aRedisThatIsFilledAnewHoldsWhatIsInForce() {
    complete(load(ImportMode.APPEND, OLD, BOTH));
    var load = load(ImportMode.REPLACE, BOTH, NEW);
    refill();
    assertThat(look(OLD)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(BOTH)).isEqualTo(Answer.SUPPRESSED);
    complete(load);
    refill();
    assertThat(look(OLD)).isEqualTo(Answer.PLACE);
    assertThat(look(BOTH)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(NEW)).isEqualTo(Answer.SUPPRESSED);
  }

  @Test
  void aCancelledReplacementLeavesTheListAsItWas() {
    complete(load(ImportMode.APPEND, OLD, BOTH));
    var load = load(ImportMode.REPLACE, BOTH, NEW);
    await(imports.cancel(TENANT, load.importId()));
    assertThat(entries()).containsExactly(OLD.value(), BOTH.value());
    sweep();
    assertThat(look(OLD)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(BOTH)).isEqualTo(Answer.SUPPRESSED);
    assertThat(look(NEW)).isEqualTo(Answer.PLACE);
  }

  @Test
  void whatComesAgainBeforeItIsSweptStays() {
    complete(load(ImportMode.APPEND, OLD));
    complete(load(ImportMode.REPLACE, NEW));
    complete(load(ImportMode.APPEND, OLD));
    sweep();
    assertThat(entries()).containsExactly(OLD.value(), NEW.value());
    assertThat(look(OLD)).isEqualTo(Answer.SUPPRESSED);
  }

  @Test
  void sweepsMoreThanOnePiece() {
    var many =
        IntStream.range(0, 2_500)
            .mapToObj(i -> new Device("+1212%07d".formatted(5_000_000 + i)))
            .toArray(Device[]::new);
    complete(load(ImportMode.APPEND, many));
    complete(load(ImportMode.REPLACE, many[7], many[2_400]));
    sweep();
    assertThat(entries()).containsExactly(many[7].value(), many[2_400].value());
    assertThat(stored()).isEqualTo(2);
    assertThat(look(many[8])).isEqualTo(Answer.PLACE);
  }

  @Test
  void optOutsCannotBeReplaced() {
    await(node.entries.suppress(TENANT, OLD, Channel.SMS, "STOP"));
    var optOuts = await(node.lists.page(TENANT, "Opt-outs", PageRequest.first())).items().get(0);
    assertThatThrownBy(() -> submit(optOuts.id(), ImportMode.REPLACE))
        .hasMessageContaining("cannot replace it");
  }

  private LoadFence load(ImportMode mode, Device... devices) {
    var id = submit(list, mode);
    var fence = new LoadFence(ref(list), id, await(imports.begin(id)).orElseThrow());
    List<SuppressionChunk.Value> values = new ArrayList<>();
    for (var device : devices) {
      long row = values.size() + 1L;
      values.add(new SuppressionChunk.Value(row, row + 1, device.value()));
    }
    var span = new ChunkSpan(0, 1, 1, devices.length);
    assertThat(await(loads.append(fence, SuppressionChunk.of(span, values)))).isTrue();
    return fence;
  }

  private ImportId submit(SuppressionListId into, ImportMode mode) {
    var options = new ImportOptions("US", null, null, null, null, mode, null, null, null, null);
    var file = new StagedFile("0".repeat(64), 1);
    return await(imports.create(new NewImport(ref(into), "f", file, options, null, null)));
  }

  private static ListRef ref(SuppressionListId list) {
    return new ListRef(TENANT, ImportKind.SUPPRESSION, list.value());
  }

  private void complete(LoadFence fence) {
    assertThat(await(loads.loaded(fence))).isTrue();
    var publisher = new RedisSuppressionPublisher(node.database, node.outbox, node.mirror);
    await(publisher.publishImport(TENANT, list, fence.importId(), n -> {}));
    assertThat(await(loads.complete(fence))).isTrue();
  }

  private void sweep() {
    var sweep = new FlushedEntries(node.database, node.outbox);
    int steps = 0;
    while (await(sweep.step())) {
      assertThat(steps++).isLessThan(100);
    }
  }

  private void refill() {
    node.close();
    node = CheckedStore.linked(node.database, TestRedis.freshUri());
  }

  private void add(Device device) {
    await(node.entries.add(TENANT, list, List.of(new NewEntry(device.value(), null, null, null))));
  }

  private List<String> entries() {
    return await(node.entries.page(TENANT, list, PageRequest.first())).items().stream()
        .map(EntryView::value)
        .toList();
  }

  private long stored() {
    return node.database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM suppression_entry WHERE list_id = ?")
                    .bind(0, list.value())
                    .mapTo(Long.class)
                    .one());
  }

  private Answer look(Device device) {
    return await(
        node.guard.look(
            new Placement(TENANT, new GroupId(1), device, null, Channel.VOICE, List.of())));
  }
}
