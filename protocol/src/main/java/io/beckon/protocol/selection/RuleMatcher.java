package io.beckon.protocol.selection;

import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates a rule on cooked rows; PostgreSQL comes to the same by the statement made of it. */
public final class RuleMatcher {
  private final List<List<ConditionMatcher>> anyOf;

  private RuleMatcher(List<List<ConditionMatcher>> anyOf) {
    this.anyOf = anyOf;
  }

  public static RuleMatcher of(SelectionRule rule) {
    return new RuleMatcher(
        rule.anyOf().stream()
            .map(set -> set.allOf().stream().map(ConditionMatcher::of).toList())
            .toList());
  }

  /** The contact's devices that are selected, in their order. */
  public List<CookedDevice> selected(CookedContact contact) {
    var values = new FieldValues(contact);
    return contact.devices().stream().filter(d -> matches(values, d)).toList();
  }

  /** Whether a row that brings no device is selected by what else it holds. */
  public boolean selectsWithoutDevice(CookedContact contact) {
    return matches(new FieldValues(contact), null);
  }

  private boolean matches(FieldValues values, @Nullable CookedDevice device) {
    for (var set : anyOf) {
      boolean all = true;
      for (var condition : set) {
        all = all && condition.holds(values, device);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }
}
