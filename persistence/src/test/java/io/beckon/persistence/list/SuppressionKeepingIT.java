package io.beckon.persistence.list;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.suppression.CountedSuppressions;
import io.beckon.persistence.suppression.OverdueEntries;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.SuppressionChunk;
import io.beckon.protocol.suppression.Retention;
import io.beckon.protocol.suppression.SuppressionListSettings;
import io.beckon.protocol.suppression.SuppressionListView;
import io.beckon.protocol.suppression.SuppressionType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of entries that are over, and what is shown of lists of any size. */
class SuppressionKeepingIT {
  private static final Device KEPT = new Device("+12125550101");
  private static final Device MORE = new Device("+12125550102");
  private static final Clock CLOCK = Clock.systemUTC();

  private SuppressionLoads world;

  @BeforeEach
  void start() {
    world = new SuppressionLoads(new Retention("P30D"), CLOCK);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** That Redis lets it through although its end is to come shows that the entry is gone there. */
  @Test
  void anEntryGoesADayAfterItsRetention() {
    load(KEPT);
    world.add(MORE, new EntryTerms(null, CLOCK.instant().plus(Duration.ofDays(3)), null));
    sweep(Duration.ofDays(30));
    assertThat(stored()).isEqualTo(1);
    assertThat(world.look(MORE)).isEqualTo(Answer.PLACE);
    assertThat(world.look(KEPT)).isEqualTo(Answer.SUPPRESSED);

    sweep(Duration.ofDays(32));
    assertThat(stored()).isZero();
    assertThat(world.look(KEPT)).isEqualTo(Answer.PLACE);
  }

  @Test
  void aListThatExpiredSuppressesNobodyAndIsEmptiedAMonthLater() {
    load(KEPT);
    expires(CLOCK.instant().minus(Duration.ofDays(1)));
    assertThat(world.look(KEPT)).isEqualTo(Answer.PLACE);
    sweep(Duration.ofDays(20));
    assertThat(stored()).isEqualTo(1);
    expires(null);
    assertThat(world.look(KEPT)).isEqualTo(Answer.SUPPRESSED);

    expires(CLOCK.instant().minus(Duration.ofDays(1)));
    sweep(Duration.ofDays(29).plusHours(1));
    assertThat(stored()).isZero();
    expires(null);
    assertThat(world.look(KEPT)).isEqualTo(Answer.PLACE);
  }

  @Test
  void nothingGoesWhileAnImportMayRenewIt() {
    load(KEPT);
    var open = world.begin(ImportMode.UPDATE);
    sweep(Duration.ofDays(32));
    assertThat(stored()).isEqualTo(1);
    await(world.imports.cancel(TENANT, open.importId()));
    sweep(Duration.ofDays(32));
    assertThat(stored()).isZero();
  }

  @Test
  void aFileCountsTheRetentionAnew() {
    load(KEPT);
    execute("UPDATE suppression_entry SET valid_till = now() + interval '1 day'");
    var again = world.begin(ImportMode.APPEND);
    world.row(again, 1, KEPT, EntryTerms.NONE);
    world.complete(again);
    var view = await(world.imports.find(TENANT, again.importId())).orElseThrow();
    assertThat(view.updated()).isEqualTo(1);
    assertThat(world.entry(KEPT).till()).isAfter(CLOCK.instant().plus(Duration.ofDays(29)));
  }

  @Test
  void aSmallListIsCountedWhileSomebodyWaits() {
    load(KEPT);
    world.add(MORE, new EntryTerms(CLOCK.instant().plus(Duration.ofDays(1)), null, null));
    var view = view();
    assertThat(view.entries()).isEqualTo(1);
    assertThat(view.size()).isEqualTo(2);
    assertThat(view.countedAt()).isAfter(CLOCK.instant().minus(Duration.ofMinutes(1)));
  }

  @Test
  void aLargeListIsCountedInTheBackgroundAndSaysWhen() {
    many(1_500);
    assertThat(view().entries()).isZero();
    assertThat(view().size()).isEqualTo(1_500);
    assertThat(view().countedAt()).isEqualTo(view().createdAt());

    count(Duration.ZERO);
    assertThat(view().entries()).isEqualTo(1_500);
    world.add(MORE, new EntryTerms(null, CLOCK.instant().plus(Duration.ofDays(1)), null));
    count(Duration.ofMinutes(1));
    assertThat(view().entries()).isEqualTo(1_501);
    assertThat(view().size()).isEqualTo(1_501);

    count(Duration.ofDays(2));
    assertThat(view().entries()).isEqualTo(1_500);
    assertThat(view().countedAt()).isAfter(CLOCK.instant().plus(Duration.ofDays(1)));
  }

  private void load(Device device) {
    var load = world.begin(ImportMode.APPEND);
    world.row(load, 1, device, EntryTerms.NONE);
    world.complete(load);
  }

  private void many(int entries) {
    var load = world.begin(ImportMode.APPEND);
    var values =
        IntStream.range(0, entries)
            .mapToObj(i -> new SuppressionChunk.Value(i + 1, i + 2, "+1212%07d".formatted(i)))
            .toList();
    var chunk = SuppressionChunk.of(new ChunkSpan(0, 1, 1, entries), values);
    assertThat(await(world.loads.append(load, chunk))).isTrue();
    world.complete(load);
  }

  private void expires(@Nullable Instant when) {
    var settings =
        new SuppressionListSettings(
            "Registry", SuppressionType.DEVICE, Set.of(), true, new Retention("P30D"), when, null);
    await(world.node.lists.change(TENANT, world.list, settings, OptionalLong.empty()));
  }

  private void sweep(Duration later) {
    var clock = Clock.offset(CLOCK, later);
    SuppressionLoads.sweep(new OverdueEntries(world.node.database, world.node.outbox, clock));
  }

  private void count(Duration later) {
    SuppressionLoads.sweep(
        new CountedSuppressions(world.node.database, Clock.offset(CLOCK, later)));
  }

  private SuppressionListView view() {
    return await(world.node.lists.find(TENANT, world.list)).orElseThrow();
  }

  private void execute(String sql) {
    world.node.database.jdbi().useHandle(h -> h.execute(sql));
  }

  private long stored() {
    return world
        .node
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM suppression_entry WHERE list_id = ?")
                    .bind(0, world.list.value())
                    .mapTo(Long.class)
                    .one());
  }
}
