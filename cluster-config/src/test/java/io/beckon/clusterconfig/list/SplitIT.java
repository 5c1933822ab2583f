package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.actors.list.LoadEnd;
import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.persistence.list.PostgresUploadRules;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.UploadRule;
import io.beckon.protocol.list.UploadRule.Kind;
import io.beckon.protocol.list.UploadRule.Target;
import io.beckon.protocol.list.UploadRuleId;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One file split over several lists. */
class SplitIT {
  private static final ListWorld world = new ListWorld();
  private static final PostgresUploadRules rules =
      new PostgresUploadRules(world.database, world.clock);
  private static int made;

  private final ListRef here = world.list("here" + made++);
  private final ListRef first = world.list("first" + made++);
  private final ListRef second = world.list("second" + made++);

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void givesEachTargetItsQuantityAlsoAfterAKill() {
    var rule = rule(Kind.QUANTITY, null, quantity(first, 5_500), quantity(second, 3_000));
    var id = world.submit(here, file(12_000), options(rule));
    for (int kill = 0; kill < 2; kill++) {
      assertThat(world.run(world.begin(here, id), new DyingLoads(world.loads, 1)))
          .failsWithin(Duration.ofSeconds(30));
      assertThat(contacts(first)).isZero();
      assertThat(seen(first)).isZero();
    }
    assertThat(now(world.run(world.begin(here, id), world.loads))).isEqualTo(LoadEnd.COMPLETED);
    var view = world.view(id);
    assertThat(List.of(view.rowsRead(), view.accepted(), view.duplicates()))
        .containsExactly(12_000L, 11_988L, 12L);
    assertThat(world.report(view, ImportReport.DUPLICATES))
        .allSatisfy(i -> assertThat(i.reason()).isEqualTo("is in row 7 already"));
    assertThat(contacts(first)).isEqualTo(5_500).isEqualTo(stored(first));
    assertThat(contacts(second)).isEqualTo(3_000).isEqualTo(stored(second));
    assertThat(contacts(here)).isEqualTo(3_488).isEqualTo(stored(here));
    assertThat(now(world.imports.page(TENANT, null, first.listId(), PageRequest.first())).items())
        .isEmpty();
  }

  @Test
  void givesEachTargetItsShareOfEveryHundred() {
    var rule =
        rule(
            Kind.PERCENTAGE,
            null,
            new Target(id(first), null, 50, null, null),
            new Target(id(second), null, 20, null, null));
    world.load(here, file(900), options(rule));
    assertThat(List.of(contacts(first), contacts(second), contacts(here)))
        .containsExactly(450L, 180L, 270L);
  }

  @Test
  void splitsByAField() {
    var rule =
        rule(
            Kind.FIELD,
            "Plan",
            new Target(id(first), null, null, List.of("gold", "lead"), null),
            new Target(id(second), null, null, List.of("silver"), null));
    world.load(
        here,
        "phone,Plan\n2025550101,gold\n2025550102,silver\n2025550103,\n2025550104,lead\n"
            .getBytes(UTF_8),
        options(rule));
    assertThat(List.of(contacts(first), contacts(second), contacts(here)))
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void splitsBySelectionRulesAndKeepsAllDevices() {
    var florida = new Condition(null, FieldType.AREA_CODE, Operator.EQUAL, "305", null);
    var selected =
        now(new PostgresSelectionRules(world.database, world.clock)
                .create(
                    TENANT,
                    new SelectionRule(
                        "florida" + made, List.of(new ConditionSet(List.of(florida))))))
            .id();
    var rule = rule(Kind.CUSTOM, null, new Target(id(first), null, null, null, selected));
    world.load(
        here, "phone,mobile\n2025550101,3055550101\n2025550102,\n".getBytes(UTF_8), options(rule));
    assertThat(world.rows(first)).hasSize(2);
    assertThat(world.rows(here)).hasSize(1);
  }

  @Test
  void knowsDuplicatesOfAllItsLists() {
    world.load(second, "phone\n2025550102\n");
    var rule = rule(Kind.QUANTITY, null, quantity(first, 1), quantity(second, 1));
    var view =
        world.load(
            here,
            "phone\n2025550101\n2025550102\n2025550101\n2025550103\n".getBytes(UTF_8),
            options(rule));
    assertThat(world.report(view, ImportReport.DUPLICATES))
        .extracting(i -> i.row() + " " + i.reason())
        .containsExactly("2 is on the list already", "3 is in row 1 already");
    assertThat(List.of(contacts(first), contacts(second), contacts(here)))
        .containsExactly(1L, 2L, 0L);
  }

  @Test
  void nothingStaysAnywhereOfACancelledOne() {
    var rule = rule(Kind.QUANTITY, null, quantity(first, 2_000));
    var id = world.submit(here, file(6_000), options(rule));
    assertThat(world.run(world.begin(here, id), new DyingLoads(world.loads, 1)))
        .failsWithin(Duration.ofSeconds(30));
    assertThat(stored(first)).isPositive();
    assertThatThrownBy(() -> now(world.lists.delete(TENANT, id(first))))
        .hasStackTraceContaining("still queued or running");
    now(world.imports.cancel(TENANT, id));
    assertThat(stored(first)).isZero();
    assertThat(stored(here)).isZero();
    now(world.lists.delete(TENANT, id(first)));
  }

  @Test
  void whatATargetGotCanBeReplacedThereAlone() {
    var rule = rule(Kind.QUANTITY, null, quantity(first, 1));
    world.load(here, "phone\n2025550101\n2025550102\n".getBytes(UTF_8), options(rule));
    var replace =
        new ImportOptions(null, null, null, null, null, ImportMode.REPLACE, null, null, null, null);
    var view = world.load(first, "phone\n2025550103\n".getBytes(UTF_8), replace);
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(List.of(contacts(first), contacts(here))).containsExactly(1L, 1L);
    assertThat(List.of(seen(first), seen(here))).containsExactly(1L, 1L);
  }

  @Test
  void refusesARuleThatNamesTheListItself() {
    var rule = rule(Kind.QUANTITY, null, quantity(first, 1));
    assertThatThrownBy(() -> world.submit(first, file(1), options(rule)))
        .hasStackTraceContaining("names the list that the file is sent to");
    now(rules.delete(TENANT, rule));
    assertThatThrownBy(() -> world.submit(here, file(1), options(rule)))
        .hasStackTraceContaining("There is no upload rule " + rule);
  }

  /** Different people, but the seventh again and again. */
  private static byte[] file(int rows) {
    var text = new StringBuilder("phone\n");
    for (int i = 1; i <= rows; i++) {
      text.append(2_022_000_000L + (i % 1_000 == 0 ? 7 : i)).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static UploadRuleId rule(Kind kind, String field, Target... targets) {
    var rule = new UploadRule("rule" + made++, kind, field, List.of(targets));
    return now(rules.create(TENANT, rule)).id();
  }

  private static Target quantity(ListRef list, int rows) {
    return new Target(id(list), rows, null, null, null);
  }

  private static ImportOptions options(UploadRuleId rule) {
    return new ImportOptions(null, null, null, null, null, null, null, null, rule.toString(), null);
  }

  private static ContactListId id(ListRef list) {
    return new ContactListId(list.listId());
  }

  private static long contacts(ListRef list) {
    return now(world.lists.find(TENANT, id(list))).orElseThrow().contacts();
  }

  private static long seen(ListRef list) {
    return now(world.contacts.page(TENANT, id(list), ContactSearch.ALL, PageRequest.first()))
        .items()
        .size();
  }

  private static long stored(ListRef list) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM contact_" + list.listId())
                    .mapTo(Long.class)
                    .one());
  }
}
