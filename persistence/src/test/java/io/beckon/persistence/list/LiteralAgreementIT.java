package io.beckon.persistence.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.protocol.selection.SelectionRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** A rule selects the same in Java as in the SQL of exports, which COPY takes without binds. */
class LiteralAgreementIT {
  private static final int PEOPLE = 200;
  private static final int RULES = 250;

  /** Whether backslashes escape in plain literals is a setting that a server or user may have. */
  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void hostileTextsStayTexts(String standardStrings) {
    var hostile = new HostileSelections(new Random(23));
    var people =
        SelectedPeople.of(LongStream.rangeClosed(1, PEOPLE).mapToObj(hostile::person).toList());

    long telling = agreeing(people, standardStrings, n -> hostile.rule("rule " + n));

    assertThat(telling).as("rules that tell people apart").isGreaterThan(RULES / 3);
  }

  @Test
  void comparesLikeEveryOtherRule() {
    var random = new Random(29);
    var people =
        SelectedPeople.of(
            LongStream.rangeClosed(1, PEOPLE)
                .mapToObj(row -> RandomSelections.person(random, row))
                .toList());

    long telling = agreeing(people, "on", n -> RandomSelections.rule(random, "rule " + n));

    assertThat(telling).as("rules that tell people apart").isGreaterThan(RULES / 4);
  }

  private static long agreeing(
      SelectedPeople people, String standardStrings, Function<Integer, SelectionRule> rules) {
    return people
        .database()
        .jdbi()
        .inTransaction(
            h -> {
              h.execute("SET LOCAL standard_conforming_strings = " + standardStrings);
              long telling = 0;
              for (int n = 0; n < RULES; n++) {
                var rule = rules.apply(n);
                var inJava = people.inJava(rule);
                assertThat(copied(h, people, rule))
                    .as(() -> JsonColumn.write(rule))
                    .isEqualTo(inJava);
                telling += people.isTelling(inJava) ? 1 : 0;
              }
              return telling;
            });
  }

  private static Set<String> copied(Handle h, SelectedPeople people, SelectionRule rule) {
    var query = people.query() + RuleSql.literal(h, rule, people.list()).sql();
    var out = new ByteArrayOutputStream();
    try {
      var copy = h.getConnection().unwrap(PGConnection.class).getCopyAPI();
      copy.copyOut("COPY (" + query + ") TO STDOUT", out);
    } catch (SQLException | IOException e) {
      throw new AssertionError(query, e);
    }
    return out.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
  }
}
