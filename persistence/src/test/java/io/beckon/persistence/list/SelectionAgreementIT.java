package io.beckon.persistence.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.selection.Condition;
import io.beckon.protocol.selection.FieldType;
import io.beckon.protocol.selection.Operator;
import io.beckon.protocol.selection.RuleMatcher;
import io.beckon.protocol.selection.SelectionRule;
import io.beckon.protocol.selection.SelectionRule.ConditionSet;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule selects the same devices in Java, at import, as in SQL, at pre-load. */
class SelectionAgreementIT {
  private static final TenantId TENANT = SelectedPeople.TENANT;
  private static final int PEOPLE = 300;
  private static final int RULES = 600;
  private static final int EXPRESSIONS = 60;
  private static SelectedPeople selected;
  private static Database database;
  private static List<CookedContact> people;
  private static ContactListId list;

  @BeforeAll
  static void fill() {
    var random = new Random(11);
    selected =
        SelectedPeople.of(
            LongStream.rangeClosed(1, PEOPLE)
                .mapToObj(row -> RandomSelections.person(random, row))
                .toList());
    database = selected.database();
    people = selected.people();
    list = selected.list();
  }

  @Test
  void selectsTheSameInJavaAndInSql() {
    var random = new Random(5);
    int some = 0;
    for (int n = 0; n < RULES; n++) {
      var rule = RandomSelections.rule(random, "rule " + n);
      var kept = JsonColumn.read(JsonColumn.write(rule), SelectionRule.class);
      var inJava = inJava(kept);
      assertThat(inSql(kept)).as(() -> JsonColumn.write(rule)).isEqualTo(inJava);
      some += selected.isTelling(inJava) ? 1 : 0;
    }
    assertThat(some).as("rules that tell people apart").isGreaterThan(RULES / 4);
  }

  @Test
  void evaluatesCustomExpressionsAlikeAtImportAndAtLoad() {
    var random = new Random(17);
    int some = 0;
    int failing = 0;
    for (int n = 0; n < EXPRESSIONS; n++) {
      var rule = RandomExpressions.rule(random, "expression " + n);
      var kept = JsonColumn.read(JsonColumn.write(rule), SelectionRule.class);
      var inJava = new Found(inJava(kept), failedInJava(kept));
      assertThat(found(kept)).as(() -> JsonColumn.write(rule)).isEqualTo(inJava);
      some += selected.isTelling(inJava.devices()) ? 1 : 0;
      failing += inJava.failed() == 0 ? 0 : 1;
    }
    assertThat(some).as("rules that tell people apart").isGreaterThan(EXPRESSIONS / 4);
    assertThat(failing).as("rules that fail for somebody").isGreaterThan(EXPRESSIONS / 4);
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
    return selected.inJava(rule);
  }

  private record Found(Set<String> devices, long failed) {}

  private static long failedInJava(SelectionRule rule) {
    var matcher = RuleMatcher.of(rule);
    return people.stream()
        .flatMap(person -> matcher.judge(person).stream())
        .filter(verdict -> verdict.failure() != null)
        .count();
  }

  private static Set<String> inSql(SelectionRule rule) {
    return found(rule).devices();
  }

  private static Found found(SelectionRule rule) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              var sql = RuleSql.on(h, rule, list, null);
              var unjudged = sql.unjudged();
              return new Found(selected(h, sql), unjudged == null ? 0 : unjudged.devices());
            });
  }

  private static Set<String> selected(Handle h, RuleSql sql) {
    return sql.bind(h.createQuery(selected.query() + sql.sql())).mapTo(String.class).set();
  }

  private static <T> T now(java.util.concurrent.CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
