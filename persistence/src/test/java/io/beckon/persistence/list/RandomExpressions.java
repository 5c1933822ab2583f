package io.beckon.persistence.list;

import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Selection rules with custom expressions as a random seed has them; some fail for some people. */
final class RandomExpressions {
  private static final List<String> ATOMS =
      List.of(
          "firstName == 'gold'",
          "lastName != company",
          "firstName < lastName",
          "has(other.Plan)",
          "other.Plan == 'Gold'",
          "'Plan' in other && double(other.Plan) > 1",
          "double(other.Plan) >= 1.0",
          "int(clientId) < 10",
          "size(firstName) > 4",
          "company.matches('^[0-9]+$')",
          "company.contains('o')",
          "other[\"a'b <c> ?\"].startsWith('1')",
          "other.exists(k, other[k] == firstName)",
          "other.all(k, size(other[k]) < 5)",
          "device.value.startsWith('+1')",
          "device.areaCode in ['212', '305']",
          "device.exchange == '555'",
          "device.country == country",
          "device.state == 'FL' || state == 'FL'",
          "device.zones.exists(z, z.startsWith('America/'))",
          "size(device.zones) == 2",
          "timeZone in device.zones",
          "postalCode == ''",
          "1 / size(firstName) == 0");

  private RandomExpressions() {}

  /** At least one expression, among other conditions. */
  static SelectionRule rule(Random random, String name) {
    List<ConditionSet> sets = new ArrayList<>();
    for (int s = random.nextInt(3); s >= 0; s--) {
      List<Condition> conditions = new ArrayList<>();
      conditions.add(expression(text(random)));
      for (int c = random.nextInt(3); c > 0; c--) {
        conditions.add(random.nextInt(conditions.size() + 1), RandomSelections.condition(random));
      }
      sets.add(new ConditionSet(conditions));
    }
    return new SelectionRule(name, sets);
  }

  static Condition expression(String text) {
    return new Condition(null, FieldType.EXPRESSION, Operator.CUSTOM, text, null);
  }

  private static String text(Random random) {
    var atom = ATOMS.get(random.nextInt(ATOMS.size()));
    return switch (random.nextInt(5)) {
      case 0 -> "!(" + atom + ")";
      case 1 -> "(" + atom + ") && (" + text(random) + ")";
      case 2 -> "(" + atom + ") || (" + text(random) + ")";
      default -> atom;
    };
  }
}
