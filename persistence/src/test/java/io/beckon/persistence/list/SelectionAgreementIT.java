package io.beckon.persistence.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.Database;
import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.TestPostgres;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.CookedContact;
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
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule selects the same devices in Java, at import, as in SQL, at pre-load. */
class SelectionAgreementIT {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final int PEOPLE = 300;
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
      people.add(RandomSelections.person(random, i));
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
      var rule = RandomSelections.rule(random, "rule " + n);
      var kept = JsonColumn.read(JsonColumn.write(rule), SelectionRule.class);
      var inJava = inJava(kept);
      assertThat(inSql(kept)).as(() -> JsonColumn.write(rule)).isEqualTo(inJava);
      some += inJava.isEmpty() || inJava.size() > PEOPLE ? 0 : 1;
    }
    assertThat(some).as("rules that tell people apart").isGreaterThan(400);
  }

  @Test
  void evaluatesCustomExpressionsAlikeAtImportAndAtLoad() {
    var random = new Random(17);
    int some = 0;
    int failing = 0;
    for (int n = 0; n < 200; n++) {
      var rule = RandomExpressions.rule(random, "expression " + n);
      var kept = JsonColumn.read(JsonColumn.write(rule), SelectionRule.class);
      var inJava = new Found(inJava(kept), failedInJava(kept));
      assertThat(found(kept)).as(() -> JsonColumn.write(rule)).isEqualTo(inJava);
      some += inJava.devices().isEmpty() || inJava.devices().size() > PEOPLE ? 0 : 1;
      failing += inJava.failed() == 0 ? 0 : 1;
    }
    assertThat(some).as("rules that tell people apart").isGreaterThan(50);
    assertThat(failing).as("rules that fail for somebody").isGreaterThan(50);
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
              var selected = RuleSql.on(h, rule, list, null);
              var unjudged = selected.unjudged();
              return new Found(selected(h, selected), unjudged == null ? 0 : unjudged.devices());
            });
  }

  private static Set<String> selected(Handle h, RuleSql selected) {
    return selected
        .bind(
            h.createQuery(
                "SELECT c.row_no || ' ' || d.value FROM contact c"
                    + " JOIN device d USING (list_id, contact_id)"
                    + " WHERE c.list_id = :list AND "
                    + selected.sql()))
        .bind("list", list.value())
        .mapTo(String.class)
        .set();
  }

  private static <T> T now(java.util.concurrent.CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
