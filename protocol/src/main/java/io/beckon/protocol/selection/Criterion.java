package io.beckon.protocol.selection;

import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.selection.Expression.ExpressionFailure;
import org.jspecify.annotations.Nullable;

/** What a condition comes to for one device. */
interface Criterion {
  boolean holds(FieldValues values, @Nullable CookedDevice device) throws ExpressionFailure;

  static Criterion of(Condition condition) {
    if (condition.type() != FieldType.EXPRESSION) {
      return ConditionMatcher.of(condition);
    }
    var expression = Expression.of(condition.operands().get(0));
    return (values, device) -> expression.holds(values.variables(device));
  }
}
