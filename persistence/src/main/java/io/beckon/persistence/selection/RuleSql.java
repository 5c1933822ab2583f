package io.beckon.persistence.selection;

import io.beckon.persistence.LineTypeSql;
import io.beckon.persistence.SqlLiteral;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ColumnRole;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldRef;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operands;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.Unjudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A selection rule as a condition on a contact {@code c} joined with one of its devices {@code d};
 * it is true or false, never null. Comes to the same as {@code RuleMatcher}.
 */
public final class RuleSql {
  private static final String AMERICAN = "d.value ~ '^[+]1[0-9]{10}$'";
  private static final String NUMBER = " ~ '^[+-]?[0-9]{1,30}([.][0-9]{1,30})?$'";

  private final List<List<String>> binds = new ArrayList<>();
  private final boolean literal;
  private final String sql;
  private final @Nullable Unjudged unjudged;

  private RuleSql(@Nullable Unjudged unjudged) {
    this.sql = SelectedDevices.IS_SELECTED;
    this.unjudged = unjudged;
    this.literal = true;
  }

  private RuleSql(@Nullable SelectionRule rule, boolean literal) {
    this.literal = literal;
    this.unjudged = null;
    sql =
        rule == null
            ? "true"
            : rule.anyOf().stream()
                .map(
                    set ->
                        set.allOf().stream()
                            .map(this::condition)
                            .collect(Collectors.joining(" AND ", "(", ")")))
                .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /**
   * For a rule without custom expressions, whatever the list; one with them is refused (422), as
   * {@link #on} has to be asked.
   *
   * @param rule null: everything is selected
   */
  public static RuleSql of(@Nullable SelectionRule rule) {
    if (rule != null && rule.hasExpression()) {
      throw new RefusedException(
          Refusal.invalid(
              "EXPRESSION_NOT_HERE",
              "The selection rule " + rule.name() + " has a custom expression.",
              "Use a rule without custom expressions here."));
    }
    return new RuleSql(rule, false);
  }

  /**
   * For any rule on one list. Custom expressions are evaluated now, for all devices that the rest
   * of the rule may select, and looked up by the condition: it is to be used in the transaction of
   * the handle, before the list is asked by another rule.
   *
   * @param rule null: everything is selected
   * @param only the one contact that is asked about; null: all of the list
   */
  public static RuleSql on(
      Handle handle, @Nullable SelectionRule rule, ContactListId list, @Nullable ContactId only) {
    return on(handle, rule, list, only, false);
  }

  /**
   * Likewise, for statements that take no placeholders: what it compares with stands in the SQL
   * itself.
   */
  public static RuleSql literal(Handle handle, SelectionRule rule, ContactListId list) {
    return on(handle, rule, list, null, true);
  }

  private static RuleSql on(
      Handle handle,
      @Nullable SelectionRule rule,
      ContactListId list,
      @Nullable ContactId only,
      boolean literal) {
    return rule == null || !rule.hasExpression()
        ? new RuleSql(rule, literal)
        : new RuleSql(SelectedDevices.write(handle, list, rule, only));
  }

  /** Selects at least what the rule does: custom expressions count as holding. */
  static RuleSql candidates(SelectionRule rule) {
    return new RuleSql(rule, false);
  }

  /** What custom expressions could not be evaluated for; null: nothing. */
  public @Nullable Unjudged unjudged() {
    return unjudged;
  }

  public String sql() {
    return sql;
  }

  /** Binds what the condition compares with, under names of its own. */
  public <S extends SqlStatement<S>> S bind(S statement) {
    for (int i = 0; i < binds.size(); i++) {
      statement.bindArray("selected" + i, String.class, binds.get(i));
    }
    return statement;
  }

  private String bound(List<String> values) {
    if (literal) {
      return values.stream()
          .map(SqlLiteral::of)
          .collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }
    binds.add(values);
    return ":selected" + (binds.size() - 1) + "::text[]";
  }

  private String bound(String value) {
    return "(" + bound(List.of(value)) + ")[1]";
  }

  private String condition(Condition condition) {
    if (condition.type() == FieldType.EXPRESSION) {
      return "true";
    }
    var positive = positive(condition);
    return condition.operator().isNegative() ? "NOT " + positive : positive;
  }

  private String positive(Condition condition) {
    var ref = condition.ref();
    boolean zones =
        condition.type() == FieldType.TIME_ZONE && ref.source() == FieldRef.Source.DEVICE;
    if (condition.operator().positive() == Operator.EMPTY) {
      return "(" + (zones ? "d.zone_key" : value(condition)) + " = '')";
    }
    if (zones) {
      return "EXISTS (SELECT FROM unnest(string_to_array(d.zone_key, '|')) AS z (zone) WHERE "
          + test(condition, "z.zone")
          + ")";
    }
    return test(condition, value(condition));
  }

  private String value(Condition condition) {
    var ref = condition.ref();
    return switch (ref.source()) {
      case FIELD -> "coalesce(" + field(Objects.requireNonNull(ref.role())) + ", '')";
      case COLUMN -> "coalesce(c.other ->> " + bound(Objects.requireNonNull(ref.name())) + ", '')";
      case CONTACT -> ofContact(condition.type());
      case DEVICE -> ofDevice(condition.type());
    };
  }

  private static String field(ColumnRole role) {
    return switch (role) {
      case CLIENT_ID -> "c.client_id";
      case FIRST_NAME -> "c.first_name";
      case LAST_NAME -> "c.last_name";
      case COMPANY -> "c.company";
      case TIME_ZONE -> "c.time_zone";
      case POSTAL_CODE -> "c.postal_code";
      case STATE -> "c.state";
      case COUNTRY -> "c.country";
      case PHONE, EMAIL, FROM, TILL, REASON, OTHER ->
          throw new IllegalStateException("no field of its own: " + role);
    };
  }

  private static String ofContact(FieldType type) {
    return switch (type) {
      case COUNTRY_CODE -> "coalesce(c.country, '')";
      case TIME_ZONE -> "coalesce(c.time_zone, '')";
      case STATE_CODE -> "coalesce(c.state, '')";
      default -> throw new IllegalStateException("not of a contact: " + type);
    };
  }

  private static String ofDevice(FieldType type) {
    return switch (type) {
      case STRING, NUMERIC -> "d.value";
      case AREA_CODE -> "CASE WHEN " + AMERICAN + " THEN substr(d.value, 3, 3) ELSE '' END";
      case EXCHANGE -> "CASE WHEN " + AMERICAN + " THEN substr(d.value, 6, 3) ELSE '' END";
      case COUNTRY_CODE -> "coalesce(d.country, '')";
      case STATE_CODE -> "coalesce(d.state, '')";
      case LINE_TYPE -> "coalesce(" + LineTypeSql.name("d.line_type") + ", '')";
      case TIME_ZONE -> throw new IllegalStateException("has several");
      case EXPRESSION -> throw new IllegalStateException("has none");
    };
  }

  private String test(Condition condition, String value) {
    var operands = Operands.of(condition);
    var operator = condition.operator().positive();
    if (condition.type() == FieldType.NUMERIC) {
      return "(CASE WHEN %s%s THEN (%s)::numeric %s ELSE false END)"
          .formatted(value, NUMBER, value, number(operator, operands.texts()));
    }
    var text =
        condition.type() == FieldType.STATE_CODE ? "upper((" + value + ") COLLATE \"C\")" : value;
    var tests = new ArrayList<String>();
    if (!operands.texts().isEmpty()) {
      tests.add("(%s) <> '' AND %s".formatted(value, text("(" + text + ")", operator, operands)));
    }
    for (var code : operands.callingCodes()) {
      tests.add("d.value LIKE " + bound(code + "%"));
    }
    return tests.isEmpty() ? "false" : "(" + String.join(" OR ", tests) + ")";
  }

  private String number(Operator operator, List<String> operands) {
    var numbers = "(" + bound(operands) + ")::numeric[]";
    return sign(operator) + " ANY (" + numbers + ")";
  }

  private String text(String text, Operator operator, Operands operands) {
    return switch (operator) {
      case EQUAL, IN -> text + " = ANY (" + bound(operands.texts()) + ")";
      case LIKE -> text + " LIKE " + bound(operands.texts().get(0));
      case CONTAINS -> "strpos(" + text + ", " + bound(operands.texts().get(0)) + ") > 0";
      default ->
          "(%s COLLATE \"C\") %s %s"
              .formatted(text, sign(operator), bound(operands.texts().get(0)));
    };
  }

  private static String sign(Operator operator) {
    return switch (operator) {
      case LT -> "<";
      case LE -> "<=";
      case GT -> ">";
      case GE -> ">=";
      default -> "=";
    };
  }
}
