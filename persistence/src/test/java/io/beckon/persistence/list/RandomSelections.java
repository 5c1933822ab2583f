package io.beckon.persistence.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.LineType;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** People and selection rules as a random seed has it, awkward texts among them. */
final class RandomSelections {
  private static final List<String> TEXTS =
      List.of(
          "gold",
          "Gold",
          "GOLD plus",
          "100%",
          "under_score",
          "back\\slash",
          "1",
          "1.0",
          "-12.50",
          "+7",
          "12",
          "0012",
          "1e5",
          "Zürich",
          "ZÜRICH",
          "émile",
          "日本",
          "😀",
          "\uFFFD",
          "a'b",
          "?",
          ":x",
          "<b>",
          "line\nbreak",
          "x",
          "FL",
          "fl",
          "NY",
          "ﬂ",
          "US",
          "us",
          "44",
          "1 ",
          "%",
          "_",
          "\\\\");
  private static final List<String> DEVICES =
      List.of(
          "+12125550101",
          "+13055550102",
          "+18005550103",
          "+442079460958",
          "+4930901820",
          "a@example.com",
          "+12125559@b.de",
          "+441534123456",
          "+17875550104");
  private static final List<String> ZONES =
      List.of("", "America/New_York", "America/Chicago|America/New_York", "Europe/London");
  private static final List<String> FIELDS =
      List.of("clientId", "First Name", "LAST_NAME", "company", "postal code", "Plan", "a'b <c> ?");

  private RandomSelections() {}

  static CookedContact person(Random random, long row) {
    Map<String, String> other = new TreeMap<>();
    for (var column : List.of("Plan", "a'b <c> ?")) {
      var value = text(random);
      if (value != null) {
        other.put(column, value);
      }
    }
    Set<String> devices = new HashSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      devices.add(any(random, DEVICES));
    }
    return new CookedContact(
        row,
        row + 1,
        text(random),
        text(random),
        text(random),
        text(random),
        random.nextBoolean() ? null : "America/Chicago",
        text(random),
        random.nextBoolean() ? null : any(random, List.of("FL", "fl", "New York", "ﬂ", "Ñ")),
        random.nextBoolean() ? null : any(random, List.of("US", "GB")),
        other.isEmpty() ? null : json(other),
        devices.stream().map(d -> device(random, d)).toList());
  }

  private static CookedDevice device(Random random, String value) {
    return new CookedDevice(
        "phone",
        value,
        random.nextInt(4) == 0 ? null : any(random, List.of("US", "GB", "JE", "PR", "DE")),
        random.nextInt(3) == 0 ? null : any(random, List.of("FL", "NY", "fl")),
        random.nextInt(4) == 0 ? null : any(random, List.of(LineType.values())),
        new ZoneKey(any(random, ZONES)));
  }

  static SelectionRule rule(Random random, String name) {
    List<ConditionSet> sets = new ArrayList<>();
    for (int s = random.nextInt(3); s >= 0; s--) {
      List<Condition> conditions = new ArrayList<>();
      for (int c = random.nextInt(3); c >= 0; c--) {
        conditions.add(condition(random));
      }
      sets.add(new ConditionSet(conditions));
    }
    return new SelectionRule(name, sets);
  }

  static Condition condition(Random random) {
    while (true) {
      var type = any(random, List.of(FieldType.values()));
      if (type == FieldType.EXPRESSION) {
        continue; // RandomExpressions has them
      }
      var operator = any(random, List.of(Operator.values()));
      boolean plain = type == FieldType.STRING || type == FieldType.NUMERIC;
      var field =
          plain
              ? random.nextInt(8) == 0 ? null : any(random, FIELDS)
              : random.nextInt(3) == 0 ? "contact" : null;
      boolean none = operator.positive() == Operator.EMPTY;
      boolean several = operator.positive() == Operator.IN;
      try {
        return new Condition(
            field,
            type,
            operator,
            none || several ? null : operand(random, type),
            several ? List.of(operand(random, type), operand(random, type)) : null);
      } catch (InvalidField e) {
        continue; // does not go together: another one
      }
    }
  }

  private static String operand(Random random, FieldType type) {
    return switch (type) {
      case NUMERIC -> any(random, List.of("1", "1.00", "-12.5", "12", "7", "0"));
      case AREA_CODE -> any(random, List.of("212", "305", "3%", "2_2", "800", "1"));
      case EXCHANGE -> any(random, List.of("555", "5%", "900"));
      case COUNTRY_CODE -> any(random, List.of("US", "gb", "1", "+44", "49"));
      case TIME_ZONE ->
          any(random, List.of("America/New_York", "America/%", "Europe", "Europe/London"));
      case LINE_TYPE -> any(random, List.of("MOBILE", "toll_free", "VOIP", "UNKNOWN"));
      case STATE_CODE -> any(random, List.of("FL", "fl", "NY", "N%", "ﬂ", "ñ"));
      case STRING -> any(random, random.nextInt(4) == 0 ? DEVICES : TEXTS);
      case EXPRESSION -> throw new IllegalStateException("is no comparison");
    };
  }

  private static @Nullable String text(Random random) {
    return random.nextInt(3) == 0 ? null : any(random, TEXTS);
  }

  private static <T> T any(Random random, List<T> of) {
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
