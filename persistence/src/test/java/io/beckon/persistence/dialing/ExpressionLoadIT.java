package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.campaign.PostgresGroupQueries;
import io.beckon.persistence.list.PostgresSelectionRules;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.campaign.RecordCounts;
import io.beckon.protocol.campaign.WeightedList;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loading a run by a selection rule with a custom expression. */
class ExpressionLoadIT extends DialRows {
  @Test
  void loadsWhatTheExpressionSelectsAndSaysWhatItCouldNotJudge() {
    contact(1, 1, "7", "+12125550101", "+13055550101");
    contact(2, 1, "12", "+13055550102");
    contact(3, 1, "x", "+13055550103", "+12125550103");
    contact(4, 2, "8", "+13055550104");
    select("Low", "device.areaCode == '305' && int(clientId) < 10");
    load(1);
    assertThat(counts()).isEqualTo(new RecordCounts(1, 1, 0, 0, 0, 0));
    assertThat(claim(get(store.resume(session(0))), 10))
        .extracting(r -> r.device().value())
        .containsExactly("+13055550101");
    var unjudged = get(new PostgresGroupQueries(database).waiting(TENANT, group)).unjudged();
    assertThat(unjudged.devices()).isEqualTo(1);
    assertThat(unjudged.reason()).isEqualTo("a text is no number, time or duration");
  }

  @Test
  void isRefusedWhereTheListIsNotKnown() {
    var rule = rule("Any", "clientId == '1'");
    assertThatThrownBy(() -> RuleSql.of(rule)).hasMessageContaining("has a custom expression");
  }

  private void select(String name, String expression) {
    var rules = new PostgresSelectionRules(database, Clock.systemUTC());
    var id = get(rules.create(TENANT, rule(name, expression))).id();
    selected = new WeightedList(new ContactListId(1), 10, id);
  }

  private static SelectionRule rule(String name, String expression) {
    var custom = new Condition(null, FieldType.EXPRESSION, Operator.CUSTOM, expression, null);
    return new SelectionRule(name, List.of(new ConditionSet(List.of(custom))));
  }
}
