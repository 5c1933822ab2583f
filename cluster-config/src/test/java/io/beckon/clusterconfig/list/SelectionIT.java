package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import io.beckon.protocol.selection.SelectionRuleId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows that a selection rule keeps out of a list. */
class SelectionIT {
  private static final ListWorld world = new ListWorld();
  private static final PostgresSelectionRules rules =
      new PostgresSelectionRules(world.database, world.clock);
  private static final String FILE =
      """
      phone,mobile,client id,Plan,Score
      2125550101,3055550101,A,gold,12
      2125550102,,B,gold,7
      2125550103,,C,silver,100
      3055550104,,D,,9
      x,,E,gold,12
      2125550101,,F,gold,12
      """;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void takesSelectedRowsAndTellsOfTheOthers() {
    var view =
        load(
            "score",
            condition("score", FieldType.STRING, Operator.EMPTY, null),
            condition("Plan", FieldType.STRING, Operator.EQUAL, "gold"),
            condition("Score", FieldType.NUMERIC, Operator.GE, "12"));
    assertCounts(view, 6, 1, 1, 3, 1);
    assertThat(world.report(view, ImportReport.FILTERED))
        .extracting(i -> i.row() + " " + i.line() + " " + i.code() + " " + i.reason())
        .containsExactly(
            "2 3 FILTERED is not selected by the rule score",
            "3 4 FILTERED is not selected by the rule score",
            "4 5 FILTERED is not selected by the rule score");
  }

  @Test
  void keepsOnlyThoseDevicesThatAreSelected() {
    var list = world.list("florida");
    var id = rule("florida", condition(null, FieldType.AREA_CODE, Operator.EQUAL, "305"));
    var view = world.load(list, FILE.getBytes(UTF_8), options(id, null));
    assertCounts(view, 6, 2, 0, 3, 1);
    assertThat(world.rows(list)).hasSize(2).allSatisfy(row -> assertThat(row).contains("+1305"));
    assertThat(world.report(view, ImportReport.WARNINGS))
        .singleElement()
        .satisfies(i -> assertThat(i.row() + " " + i.column()).isEqualTo("1 phone"));
  }

  @Test
  void anImportKeepsTheRuleAsItWasWhenItWasAskedFor() {
    var list = world.list("kept");
    var id = rule("kept", condition("client id", FieldType.STRING, Operator.IN, "A", "B"));
    var waiting = world.submit(list, FILE.getBytes(UTF_8), options(id, null));
    var other = new ConditionSet(List.of(condition("Plan", FieldType.STRING, Operator.EMPTY)));
    now(rules.change(TENANT, id, new SelectionRule("kept", List.of(other)), OptionalLong.empty()));
    now(world.run(world.begin(list, waiting), world.loads));
    assertCounts(world.view(waiting), 6, 2, 0, 3, 1);
    now(rules.delete(TENANT, id));
    assertThatThrownBy(() -> world.submit(list, FILE.getBytes(UTF_8), options(id, null)))
        .hasStackTraceContaining("There is no selection rule " + id);
  }

  @Test
  void filtersRowsOfAnUpdateThatBringNoDevice() {
    var list = world.list("update");
    world.load(list, FILE);
    var id = rule("update", condition("Plan", FieldType.STRING, Operator.NOT_EQUAL, "gold"));
    var view =
        world.load(
            list,
            "client id,Plan,first name\nA,gold,Ann\nB,lead,Bob\n".getBytes(UTF_8),
            options(id, ImportMode.UPDATE));
    assertThat(List.of(view.rowsRead(), view.updated(), view.filtered()))
        .containsExactly(2L, 1L, 1L);
    assertThat(world.rows(list).toString()).contains("~Bob~").doesNotContain("~Ann~");
  }

  private static ImportView load(String name, Condition... conditions) {
    return world.load(
        world.list(name), FILE.getBytes(UTF_8), options(rule(name, conditions), null));
  }

  private static SelectionRuleId rule(String name, Condition... conditions) {
    var rule = new SelectionRule(name, List.of(new ConditionSet(List.of(conditions))));
    return now(rules.create(TENANT, rule)).id();
  }

  private static Condition condition(
      String field, FieldType type, Operator operator, String... values) {
    boolean several = operator == Operator.IN;
    return new Condition(
        field,
        type,
        operator,
        several || values == null || values.length == 0 ? null : values[0],
        several ? List.of(values) : null);
  }

  private static ImportOptions options(SelectionRuleId rule, ImportMode mode) {
    return new ImportOptions(null, null, null, null, null, mode, null, rule.toString(), null, null);
  }

  private static void assertCounts(
      ImportView view, long rows, long accepted, long duplicates, long filtered, long rejected) {
    assertThat(
            List.of(
                view.rowsRead(),
                view.accepted(),
                view.duplicates(),
                view.filtered(),
                view.rejected()))
        .as("rows, accepted, duplicates, filtered, rejected")
        .containsExactly(rows, accepted, duplicates, filtered, rejected);
  }
}
