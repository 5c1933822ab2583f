package io.beckon.actors.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.CookedRow;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rows of a suppression file a selection rule takes. */
class SuppressionFilterTest {
  private static final List<String> HEADER = List.of("phone1", "phone2", "client id", "Reason");

  @Test
  void aRuleIsAskedForEachValueByItself() {
    var kept =
        judge(rule(null, FieldType.AREA_CODE, "212"), false, "2125550123", "3055550123", "", "");
    assertThat(kept).isInstanceOf(CookedRow.Good.class);
    var good = (CookedRow.Good) kept;
    assertThat(good.contact().devices())
        .extracting(CookedDevice::value)
        .containsExactly("+12125550123");
    assertThat(good.warnings())
        .extracting(RowIssue::column, RowIssue::code)
        .containsExactly(tuple("phone2", IssueCode.FILTERED));
  }

  @Test
  void aRowOfWhichNothingIsSelectedIsFiltered() {
    var kept = judge(rule(null, FieldType.COUNTRY_CODE, "GB"), false, "2125550123", "", "", "");
    assertThat(kept).isInstanceOf(CookedRow.Bad.class);
    assertThat(((CookedRow.Bad) kept).issue().code()).isEqualTo(IssueCode.FILTERED);
  }

  @Test
  void looksAtOtherColumnsToo() {
    var moved = rule("Reason", FieldType.STRING, "moved");
    assertThat(judge(moved, false, "2125550123", "", "", "moved"))
        .isInstanceOf(CookedRow.Good.class);
    assertThat(judge(moved, false, "2125550123", "", "", "died")).isInstanceOf(CookedRow.Bad.class);
    assertThat(judge(moved, false, "2125550123")).isInstanceOf(CookedRow.Bad.class);
  }

  @Test
  void ofClientIdsItKnowsNoDevice() {
    var own = rule("clientId", FieldType.STRING, "A1");
    assertThat(judge(own, true, "2125550123", "", "A1", "")).isInstanceOf(CookedRow.Good.class);
    assertThat(judge(own, true, "2125550123", "", "A2", "")).isInstanceOf(CookedRow.Bad.class);
    assertThat(judge(rule(null, FieldType.AREA_CODE, "212"), true, "2125550123", "", "A1", ""))
        .isInstanceOf(CookedRow.Bad.class);
  }

  private static SelectionRule rule(@Nullable String field, FieldType type, String value) {
    var condition = new Condition(field, type, Operator.EQUAL, value, null);
    return new SelectionRule("some", List.of(new ConditionSet(List.of(condition))));
  }

  private static CookedRow judge(SelectionRule rule, boolean clientIds, String... fields) {
    var columns = Header.ofSuppressions(HEADER, clientIds);
    var row = new ReadRow(1, 2, List.of(fields), null);
    var outcome = new SuppressionCook(columns, "US", clientIds).cook(1, 2, row.fields());
    var filter = SuppressionFilter.of(rule, columns, Locator.BUNDLED, clientIds);
    return Objects.requireNonNull(filter).apply(row, outcome);
  }
}
