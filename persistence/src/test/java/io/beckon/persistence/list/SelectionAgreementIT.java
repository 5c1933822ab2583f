package io.beckon.persistence.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.device.ZoneKey;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule selects the same devices in Java, at import, as in SQL, at pre-load. */
class SelectionAgreementIT {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final int PEOPLE = 300;
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

  private static final Database database = TestPostgres.freshDatabase();
  private static final List<CookedContact> people = new ArrayList<>();
  private static ContactListId list;

  @BeforeAll
  static void fill() {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO tenant (tenant_id, name, country, hmac_key, created_at)"
                        + " VALUES ('default', 'Default', 'US', '\\x00', now())"
                        + " ON CONFLICT DO NOTHING"));
    var lists = new PostgresContactLists(database, Clock.systemUTC());
    list = now(lists.create(TENANT, ContactListSettings.named("people"))).id();
    var random = new Random(11);
    for (int i = 1; i <= PEOPLE; i++) {
      people.add(person(random, i));
    }
    long imported =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256,"
                                + " options, bytes_total, heard_at, created_at) VALUES ('default',"
                                + " 'CONTACTS', ?, 'COMPLETED', '', '', '{}', 1, now(), now())"
                                + " RETURNING import_id")
                        .bind(0, list.value())
                        .mapTo(Long.class)
                        .one());
    var fence = new LoadFence(ListRef.of(TENANT, list), new ImportId(imported), 1);
    database.jdbi().useTransaction(h -> ContactRows.copy(h, fence, people));
  }

  @Test
  void selectsTheSameInJavaAndInSql() {
    var random = new Random(5);
    int some = 0;
    for (int n = 0; n < 1_500; n++) {
      var rule = rule(random, "rule " + n);
      var kept = JsonColumn.read(JsonColumn.write(rule), SelectionRule.class);
      var inJava = inJava(kept);
      assertThat(inSql(kept)).as(() -> JsonColumn.write(rule)).isEqualTo(inJava);
      some += inJava.isEmpty() || inJava.size() > PEOPLE ? 0 : 1;
    }
    assertThat(some).as("rules that tell people apart").isGreaterThan(400);
  }

  @Test
  void triesARuleOnTheList() {
    var rules = new PostgresSelectionRules(database, Clock.systemUTC());
    var rule =
        new SelectionRule(
            "florida",
            List.of(
                new ConditionSet(
                    List.of(
                        new Condition(
                            null, FieldType.AREA_CODE, Operator.IN, null, List.of("305"))))));
    var tried = now(rules.tryOn(TENANT, rule, list));
    var expected =
        people.stream()
            .filter(p -> p.devices().stream().anyMatch(d -> d.value().startsWith("+1305")))
            .count();
    assertThat(tried.contacts()).isEqualTo(PEOPLE);
    assertThat(tried.matched()).isEqualTo(expected).isGreaterThan(10);
    assertThat(tried.examples())
        .hasSize(10)
        .allSatisfy(
            c ->
                assertThat(c.devices())
                    .isNotEmpty()
                    .allSatisfy(d -> assertThat(d.value()).startsWith("+1305")));
  }

  private static Set<String> inJava(SelectionRule rule) {
    var matcher = RuleMatcher.of(rule);
    Set<String> found = new HashSet<>();
    for (var person : people) {
      matcher.selected(person).forEach(d -> found.add(person.row() + " " + d.value()));
    }
    return found;
  }

  private static Set<String> inSql(SelectionRule rule) {
    var selected = RuleSql.of(rule);
    return database
        .jdbi()
        .withHandle(
            h ->
                selected
                    .bind(
                        h.createQuery(
                            "SELECT c.row_no || ' ' || d.value FROM contact c"
                                + " JOIN device d USING (list_id, contact_id)"
                                + " WHERE c.list_id = :list AND "
                                + selected.sql()))
                    .bind("list", list.value())
                    .mapTo(String.class)
                    .set());
  }

  private static CookedContact person(Random random, long row) {
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
        new ZoneKey(any(random, ZONES)));
  }

  private static SelectionRule rule(Random random, String name) {
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

  private static Condition condition(Random random) {
    while (true) {
      var type = any(random, List.of(FieldType.values()));
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
      case STATE_CODE -> any(random, List.of("FL", "fl", "NY", "N%", "ﬂ", "ñ"));
      case STRING -> any(random, random.nextInt(4) == 0 ? DEVICES : TEXTS);
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
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T now(java.util.concurrent.CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
