package io.beckon.protocol.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final CookedDevice DEVICE =
      new CookedDevice(
          "phone", "+12125550101", "US", "NY", new ZoneKey("America/Chicago|America/New_York"));
  private static final CookedContact ANN = ann("{\"Balance\":\"150.5\",\"Post code\":\"0012\"}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clientId == 'A1' && lastName == ''",
        "double(other.Balance) > 100",
        "other['Post code'].matches('^0')",
        "has(other.Balance) && !has(other.Nothing)",
        "device.value.startsWith('+1') && device.areaCode == '212' && device.exchange == '555'",
        "device.zones.exists(z, z == 'America/Chicago')",
        "country == 'US' && device.country == country && device.state in ['NY', 'NJ']",
        "false && int(clientId) > 3 || true",
      })
  void holds(String text) {
    assertThat(judge(text)).isEqualTo(Verdict.SELECTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int(clientId) > 3 | a text is no number, time or duration",
        "other.Nothing == 'x' | a column is not there (has(other.NAME) asks)",
        "1 / size(lastName) == 0 | it divides by zero",
        "'x'.matches(other.Pattern) | a function does not take its argument",
        "'x'.matches(other.Huge) | a function does not take its argument",
        "other.exists(a, other.exists(b, a == b && a == 'x')) | it takes too many steps",
      })
  void saysWhyItCannotBeEvaluated(String text, String reason) {
    var json = new StringBuilder("{\"Pattern\":\"(\",\"Huge\":\"((a{100}){100}){100}\"");
    for (int i = 0; i < 40; i++) {
      json.append(",\"Column ").append(i).append("\":\"\"");
    }
    assertThat(judge(text, ann(json.append('}').toString()))).isEqualTo(Verdict.failed(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firstNam == 'x' | line 1, column 1: undeclared reference to 'firstNam'; known are clientId,",
        "clientId == 3 | line 1, column 10: found no matching overload for '_==_'",
        "clientId | expected type 'bool' but found 'string'",
        "clientId == ( | line 1, column 14: mismatched input",
        "clientId + 'x' == 'Ax' | found no matching overload for '_+_'",
        "[1, 2].map(x, x) == [1] | undeclared reference to 'map'",
        "clientId.matches('(') | Regex validation failed",
        "other.all(a, other.all(b, other.all(c, a == c))) | more than 2 deep",
      })
  void isRefusedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> expression(text))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining(message);
  }

  @Test
  void isRefusedWhenTooLongOrTooDeep() {
    assertThatThrownBy(() -> expression("true || " + "true || ".repeat(300) + "true"))
        .isInstanceOf(InvalidField.class);
    assertThatThrownBy(() -> expression("(".repeat(100) + "true" + ")".repeat(100)))
        .isInstanceOf(InvalidField.class);
  }

  @Test
  void whatIsUnknownDecidesOnlyWhereNothingElseDoes() {
    var fails = expression("int(clientId) > 3");
    var yes = expression("true");
    var no = expression("false");
    for (var order : List.of(List.of(fails, no), List.of(no, fails))) {
      assertThat(judge(new ConditionSet(order))).isEqualTo(Verdict.OUTSIDE);
    }
    for (var order : List.of(List.of(fails, yes), List.of(yes, fails))) {
      assertThat(judge(new ConditionSet(order)).failure()).isNotNull();
    }
    var failing = new ConditionSet(List.of(fails));
    var holding = new ConditionSet(List.of(yes));
    assertThat(judge(failing, holding)).isEqualTo(Verdict.SELECTED);
    assertThat(judge(holding, failing)).isEqualTo(Verdict.SELECTED);
    assertThat(judge(new ConditionSet(List.of(no)), failing).failure()).isNotNull();
  }

  private static Verdict judge(String text) {
    return judge(text, ANN);
  }

  private static Verdict judge(String text, CookedContact contact) {
    var rule = new SelectionRule("rule", List.of(new ConditionSet(List.of(expression(text)))));
    return RuleMatcher.of(rule).judge(contact).get(0);
  }

  private static Verdict judge(ConditionSet... sets) {
    return RuleMatcher.of(new SelectionRule("rule", Arrays.asList(sets))).judge(ANN).get(0);
  }

  private static Condition expression(String text) {
    return new Condition(null, FieldType.EXPRESSION, Operator.CUSTOM, text, null);
  }

  private static CookedContact ann(String other) {
    return new CookedContact(
        1, 2, "A1", "Ann", null, "", null, null, null, "US", other, List.of(DEVICE));
  }
}
