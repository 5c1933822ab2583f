package io.beckon.persistence.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People and rules whose texts would end a literal, a statement or a comment if they could. */
final class HostileSelections {
  private static final List<String> PIECES =
      List.of(
          "'",
          "''",
          "\"",
          "\\",
          "\\\\",
          "\\'",
          "$$",
          "$1",
          "$a$",
          "%",
          "_",
          "--",
          "/*",
          "*/",
          ";",
          "?",
          "??",
          ":x",
          "::text",
          "{d '1'}",
          "{fn now()}",
          "@",
          "E'",
          "U&'",
          "\\0041",
          "\\x41",
          "\\u0041",
          "\\n",
          "\n",
          "\r\n",
          "\t",
          " ",
          "a",
          "A",
          "é",
          "e\u0301",
          "日本",
          "😀",
          "\u202E",
          "\u00A0",
          "\uFFFD",
          "\u2019",
          "\\.",
          ")",
          "(",
          "[1]",
          "NULL",
          "') OR true --",
          "'; DROP TABLE contact; --",
          "\\'; SELECT 1; --",
          "$$ OR true; $$");
  private static final List<String> COLUMNS =
      List.of("Plan", "a'b", "c\\", "d\"e", "f$$g", "h?", "i:j", "k'); --");
  private static final List<String> FIELDS =
      List.of("firstName", "lastName", "company", "clientId");

  private final Random random;
  private final List<String> texts = new ArrayList<>();

  /** Few texts, so that rules and people meet. */
  HostileSelections(Random random) {
    this.random = random;
    texts.addAll(PIECES.stream().filter(piece -> !piece.isBlank()).toList());
    while (texts.size() < 90) {
      var text = any(PIECES) + any(PIECES) + any(PIECES);
      if (!text.isBlank()) {
        texts.add(text);
      }
    }
  }

  CookedContact person(long row) {
    var device = new CookedDevice("phone", "+1212555" + (1000 + row), null, null, ZoneKey.UNKNOWN);
    return new CookedContact(
        row,
        row + 1,
        any(texts),
        any(texts),
        any(texts),
        any(texts),
        null,
        null,
        null,
        null,
        json(Map.of(any(COLUMNS), any(texts))),
        List.of(device));
  }

  SelectionRule rule(String name) {
    List<ConditionSet> sets = new ArrayList<>();
    for (int s = random.nextInt(3); s >= 0; s--) {
      List<Condition> conditions = new ArrayList<>();
      for (int c = random.nextInt(2); c >= 0; c--) {
        conditions.add(condition());
      }
      sets.add(new ConditionSet(conditions));
    }
    return new SelectionRule(name, sets);
  }

  private Condition condition() {
    while (true) {
      var operator = any(List.of(Operator.values()));
      boolean none = operator.positive() == Operator.EMPTY;
      boolean several = operator.positive() == Operator.IN;
      var field = any(random.nextInt(3) == 0 ? COLUMNS : FIELDS);
      try {
        return new Condition(
            field,
            FieldType.STRING,
            operator,
            none || several ? null : any(texts),
            several ? List.of(any(texts), any(texts), any(texts)) : null);
      } catch (InvalidField e) {
        continue; // does not go together: another one
      }
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String json(Map<String, String> columns) {
    try {
      return new JsonMapper().writeValueAsString(columns);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
