package io.beckon.persistence.list;

import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.suppression.RetoldEntries;
import io.beckon.protocol.compliance.PlacementGuard.Answer;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.list.EntryTerms;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.suppression.SuppressionEntries.EntryView;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What files say of entries that are on the list: known, or replaced all at once. */
class SuppressionUpdateIT {
  private static final Device KNOWN = new Device("+12125550101");
  private static final Device NEW = new Device("+12125550102");
  private static final Device OTHER = new Device("+12125550103");
  private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");
  private static final EntryTerms LATER = new EntryTerms(FAR, null, null);
  private static final EntryTerms MOVED = new EntryTerms(null, FAR, "moved");

  private SuppressionLoads world;

  @BeforeEach
  void start() {
    world = new SuppressionLoads(null, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anUpdateReplacesWindowAndReasonWhenItIsCompleted() {
    world.add(KNOWN, EntryTerms.NONE);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, KNOWN, MOVED);
    world.row(load, 2, NEW, EntryTerms.NONE);
    world.publish(load);
    assertThat(world.entry(KNOWN)).isEqualTo(new EntryView(KNOWN.value(), null, null, null));

    assertThat(await(world.loads.complete(load))).isTrue();
    assertThat(world.entry(KNOWN)).isEqualTo(new EntryView(KNOWN.value(), null, FAR, "moved"));
    assertThat(world.look(NEW)).isEqualTo(Answer.SUPPRESSED);
    var view = await(world.imports.find(TENANT, load.importId())).orElseThrow();
    assertThat(view.updated()).isEqualTo(1);
    assertThat(view.accepted()).isEqualTo(1);
  }

  @Test
  void aNarrowerWindowFreesNobodyBeforeTheCompletionAndEverybodyAfterwards() {
    world.add(KNOWN, EntryTerms.NONE);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, KNOWN, LATER);
    world.complete(load);
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);

    retell();
    assertThat(world.look(KNOWN)).isEqualTo(Answer.PLACE);
  }

  @Test
  void aWiderWindowIsInForceWhenTheImportIsCompleted() {
    world.add(KNOWN, LATER);
    assertThat(world.look(KNOWN)).isEqualTo(Answer.PLACE);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, KNOWN, EntryTerms.NONE);
    world.complete(load);
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
    retell();
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
  }

  @Test
  void whatFailsBehindItsPublicationIsTakenBack() {
    world.add(KNOWN, LATER);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, KNOWN, EntryTerms.NONE);
    world.publish(load);
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
    await(world.loads.fail(load, new ImportError("LOAD_FAILED", "It failed.", "Try again.")));
    retell();
    assertThat(world.look(KNOWN)).isEqualTo(Answer.PLACE);
    assertThat(world.entry(KNOWN).from()).isEqualTo(FAR);
  }

  /** Between the publication and the completion Redis may be lost: both terms hold there. */
  @Test
  void aRedisThatIsFilledMeanwhileSuppressesByOldAndNewTerms() {
    world.add(KNOWN, LATER);
    world.add(OTHER, EntryTerms.NONE);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, KNOWN, EntryTerms.NONE);
    world.row(load, 2, OTHER, LATER);
    world.publish(load);
    world.refill();
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
    assertThat(world.look(OTHER)).isEqualTo(Answer.SUPPRESSED);
    assertThat(await(world.loads.complete(load))).isTrue();
    retell();
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
    assertThat(world.look(OTHER)).isEqualTo(Answer.PLACE);
  }

  @Test
  void whatSomebodyChangesBehindTheRowIsNewer() {
    world.add(KNOWN, LATER);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, KNOWN, MOVED);
    world.add(KNOWN, new EntryTerms(null, null, "asked by phone"));
    world.complete(load);
    retell();
    assertThat(world.entry(KNOWN).reason()).isEqualTo("asked by phone");
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
  }

  @Test
  void anAppendLeavesAWindowAsItIsAndSaysSo() {
    world.add(KNOWN, LATER);
    world.add(OTHER, EntryTerms.NONE);
    var load = world.begin(ImportMode.APPEND);
    world.row(load, 1, KNOWN, EntryTerms.NONE);
    world.row(load, 2, OTHER, LATER);
    world.complete(load);
    assertThat(world.entry(KNOWN).from()).isEqualTo(FAR);
    assertThat(world.entry(OTHER).from()).isNull();
    assertThat(world.duplicates(load))
        .containsExactly(
            "is on the list already, with a window of its own; mode UPDATE replaces it",
            "is on the list already");
  }

  @Test
  void anUpdateRightBehindAnUpdateIsNotTakenForChangedByHand() {
    world.add(KNOWN, EntryTerms.NONE);
    var first = world.begin(ImportMode.UPDATE);
    world.row(first, 1, KNOWN, MOVED);
    world.complete(first);

    var second = world.begin(ImportMode.UPDATE);
    world.row(second, 1, KNOWN, EntryTerms.NONE);
    retell(); // in the midst of the second one
    world.complete(second);
    retell();

    assertThat(world.entry(KNOWN).till()).isNull();
  }

  @Test
  void aReplacementRightBehindAnUpdateLeavesNothingOfItBehind() {
    world.add(KNOWN, EntryTerms.NONE);
    var first = world.begin(ImportMode.UPDATE);
    world.row(first, 1, KNOWN, MOVED);
    world.complete(first);

    var second = world.begin(ImportMode.REPLACE);
    world.row(second, 1, OTHER, EntryTerms.NONE);
    world.complete(second);
    retell();

    assertThat(world.holds(KNOWN)).isFalse();
    assertThat(world.holds(OTHER)).isTrue();
  }

  @Test
  void aReplacementReplacesWindowsToo() {
    world.add(KNOWN, EntryTerms.NONE);
    var load = world.begin(ImportMode.REPLACE);
    world.row(load, 1, KNOWN, MOVED);
    world.complete(load);
    retell();
    assertThat(world.entry(KNOWN)).isEqualTo(new EntryView(KNOWN.value(), null, FAR, "moved"));
    assertThat(world.look(KNOWN)).isEqualTo(Answer.SUPPRESSED);
  }

  @Test
  void duplicatesNameTheRowOfAnEarlierChunk() {
    world.add(KNOWN, EntryTerms.NONE);
    world.add(OTHER, EntryTerms.NONE);
    var load = world.begin(ImportMode.UPDATE);
    world.row(load, 1, NEW, EntryTerms.NONE);
    world.row(load, 2, KNOWN, MOVED);
    world.row(load, 3, OTHER, EntryTerms.NONE);
    world.row(load, 4, NEW, MOVED);
    world.row(load, 5, KNOWN, EntryTerms.NONE);
    world.row(load, 6, OTHER, EntryTerms.NONE);
    world.complete(load);
    assertThat(world.duplicates(load))
        .containsExactly("is in row 1 already", "is in row 2 already", "is in row 3 already");
  }

  private void retell() {
    SuppressionLoads.sweep(new RetoldEntries(world.node.database, world.node.outbox));
  }
}
