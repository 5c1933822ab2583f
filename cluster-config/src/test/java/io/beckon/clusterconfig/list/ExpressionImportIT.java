package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.TENANT;
import static io.beckon.clusterconfig.list.ListWorld.now;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import io.beckon.protocol.selection.Unjudged;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An import by a selection rule with a custom expression. */
class ExpressionImportIT {
  private static final ListWorld world = new ListWorld();
  private static final PostgresSelectionRules rules =
      new PostgresSelectionRules(world.database, world.clock);
  private static final String FILE =
      """
      phone,mobile,client id,Balance
      2125550101,3055550101,A,150.50
      2125550102,,B,99
      3055550103,,C,much
      3055550104,,D,
      x,,E,200
      """;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void countsWhatCannotBeJudgedAsFilteredAndSaysWhy() {
    var rule = rule("owes", "double(other.Balance) > 100 && device.areaCode == '305'");
    var id = now(rules.create(TENANT, rule)).id();
    var list = world.list("owes");
    var options =
        new ImportOptions(null, null, null, null, null, null, null, id.toString(), null, null);
    var view = world.load(list, FILE.getBytes(UTF_8), options);
    assertThat(List.of(view.rowsRead(), view.accepted(), view.filtered(), view.rejected()))
        .containsExactly(5L, 1L, 3L, 1L);
    assertThat(world.rows(list)).singleElement().asString().contains("+13055550101");
    assertThat(world.report(view, ImportReport.FILTERED))
        .extracting(i -> i.row() + " " + i.code() + " " + i.reason())
        .containsExactly(
            "2 FILTERED is not selected by the rule owes",
            "3 RULE_FAILED could not be judged by the rule owes:"
                + " a text is no number, time or duration",
            "4 RULE_FAILED could not be judged by the rule owes:"
                + " a column is not there (has(other.NAME) asks)");
  }

  @Test
  void isTriedOnAList() {
    var list = world.list("tried");
    world.load(list, FILE);
    var tried =
        now(
            rules.tryOn(
                TENANT,
                rule("try", "double(other.Balance) > 100"),
                new ContactListId(list.listId())));
    assertThat(tried.contacts()).isEqualTo(4);
    assertThat(tried.matched()).isEqualTo(1);
    assertThat(tried.examples()).singleElement().extracting(c -> c.clientId()).isEqualTo("A");
    assertThat(tried.unjudged())
        .isEqualTo(new Unjudged(2, "a text is no number, time or duration"));
  }

  private static SelectionRule rule(String name, String expression) {
    var custom = new Condition(null, FieldType.EXPRESSION, Operator.CUSTOM, expression, null);
    return new SelectionRule(name, List.of(new ConditionSet(List.of(custom))));
  }
}
