package io.beckon.protocol.selection;

import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.selection.Expression.ExpressionFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a rule on cooked rows; PostgreSQL comes to the same by the statement made of it. A
 * condition that cannot be evaluated counts as unknown: it decides nothing where another condition
 * of its set is false, or another set holds, in whatever order they stand.
 */
public final class RuleMatcher {
  private final List<List<Criterion>> anyOf;

  private RuleMatcher(List<List<Criterion>> anyOf) {
    this.anyOf = anyOf;
  }

  public static RuleMatcher of(SelectionRule rule) {
    return new RuleMatcher(
        rule.anyOf().stream()
            .map(set -> set.allOf().stream().map(Criterion::of).toList())
            .toList());
  }

  /** The contact's devices that are selected, in their order. */
  public List<CookedDevice> selected(CookedContact contact) {
    var values = new FieldValues(contact);
    return contact.devices().stream().filter(d -> judge(values, d).selected()).toList();
  }

  /** What the rule says of each device of the contact, in their order. */
  public List<Verdict> judge(CookedContact contact) {
    var values = new FieldValues(contact);
    List<Verdict> verdicts = new ArrayList<>(contact.devices().size());
    for (var device : contact.devices()) {
      verdicts.add(judge(values, device));
    }
    return verdicts;
  }

  /** Of a row that brings no device, by what else it holds. */
  public Verdict judgeWithoutDevice(CookedContact contact) {
    return judge(new FieldValues(contact), null);
  }

  private Verdict judge(FieldValues values, @Nullable CookedDevice device) {
    var verdict = Verdict.OUTSIDE;
    for (var set : anyOf) {
      var found = judge(set, values, device);
      if (found.selected()) {
        return found;
      }
      verdict = verdict.failure() == null ? found : verdict;
    }
    return verdict;
  }

  private static Verdict judge(
      List<Criterion> set, FieldValues values, @Nullable CookedDevice device) {
    var verdict = Verdict.SELECTED;
    for (var condition : set) {
      try {
        if (!condition.holds(values, device)) {
          return Verdict.OUTSIDE;
        }
      } catch (ExpressionFailure e) {
        verdict = verdict.selected() ? Verdict.failed(e.reason()) : verdict;
      }
    }
    return verdict;
  }
}
