package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.util.ByteString;
import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRuleId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Exports of those only whom a selection rule selects. */
class SelectedExportIT {
  private static final ListWorld world = new ListWorld();
  private static final PostgresSelectionRules rules =
      new PostgresSelectionRules(world.database, world.clock);
  private static final String PEOPLE =
      """
      last name,phone1,phone2,Tariff
      Adams,+12125550101,+13125550101,gold
      O'Brien,+13125550102,,gold
      Clark,+13125550103,+12125550103,
      """;

  @AfterAll
  static void down() {
    world.close();
  }

  private static SelectionRuleId rule(String name, Condition... conditions) {
    var rule =
        new SelectionRule(name, List.of(new SelectionRule.ConditionSet(List.of(conditions))));
    return now(rules.create(ListWorld.TENANT, rule)).id();
  }

  private static Condition condition(FieldType type, String field, Operator operator, String to) {
    return new Condition(field, type, operator, to, null);
  }

  private static String exported(ListRef list, SelectionRuleId rule, AtomicLong rows) {
    var wish =
        new ExportWish(
            ExportColumn.parse("lastName,device1,device2", false), ExportOptions.USUAL, rule);
    return now(world
            .contacts
            .export(ListWorld.TENANT, new ContactListId(list.listId()), wish, rows::set)
            .runFold(ByteString.emptyByteString(), ByteString::concat, world.kit.system()))
        .utf8String();
  }

  private static List<String> lines(ListRef list, SelectionRuleId rule) {
    var rows = new AtomicLong(-1);
    var lines = exported(list, rule, rows).lines().skip(1).toList();
    assertThat(rows).hasValue(lines.size());
    return lines;
  }

  private static ListRef people(String name) {
    var list = world.list(name);
    assertThat(world.load(list, PEOPLE).accepted()).isEqualTo(3);
    return list;
  }

  @Test
  void holdsThoseOfTheirDevicesOnlyThatTheRuleSelects() {
    var list = people("devices");
    var newYork = condition(FieldType.AREA_CODE, null, Operator.EQUAL, "212");
    assertThat(lines(list, rule("New York", newYork)))
        .containsExactly("Adams,+12125550101,", "Clark,+12125550103,");
    var others = condition(FieldType.AREA_CODE, null, Operator.NOT_EQUAL, "212");
    assertThat(lines(list, rule("Elsewhere", others)))
        .containsExactly("Adams,+13125550101,", "O'Brien,+13125550102,", "Clark,+13125550103,");
    assertThat(lines(list, null)).hasSize(3).contains("Adams,+12125550101,+13125550101");
  }

  @Test
  void comparesWithAnyText() {
    var list = people("texts");
    var brien = condition(FieldType.STRING, "lastName", Operator.LIKE, "O'%");
    assertThat(lines(list, rule("O'Brien's", brien))).containsExactly("O'Brien,+13125550102,");
    var hostile = condition(FieldType.STRING, "Tariff", Operator.EQUAL, "') OR true --\\'");
    assertThat(lines(list, rule("Hostile", hostile))).isEmpty();
    var gold = condition(FieldType.STRING, "Tariff", Operator.EQUAL, "gold");
    var notAdams = condition(FieldType.STRING, "lastName", Operator.NOT_EQUAL, "Adams");
    assertThat(lines(list, rule("Gold", gold, notAdams))).containsExactly("O'Brien,+13125550102,");
    var none = condition(FieldType.STRING, "Tariff", Operator.EMPTY, null);
    assertThat(lines(list, rule("No tariff", none)))
        .containsExactly("Clark,+13125550103,+12125550103");
  }

  @Test
  void refusesARuleThatIsNotThere() {
    var list = people("refused");
    assertThatThrownBy(() -> lines(list, new SelectionRuleId(987_654)))
        .hasMessageContaining("UNKNOWN_SELECTION_RULE");
  }
}
