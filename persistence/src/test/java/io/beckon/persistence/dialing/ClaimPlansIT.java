package io.beckon.persistence.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.persistence.SqlArray;
import io.beckon.protocol.dialing.AttemptId;
import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.NextStep;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few records among thousands in flight are looked up by their ids, though the statistics are
 * from before anything was claimed: all that is claimed must not be read for each of them.
 */
class ClaimPlansIT extends DialRows {
  @BeforeEach
  void thousandsInFlight() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "INSERT INTO contact (tenant_id, list_id, contact_id, import_id, row_no)"
                      + " SELECT 'acme', 1, i, 1, i FROM generate_series(1, 5000) i");
              h.execute(
                  "INSERT INTO device SELECT 'acme', 1, i, 0, 1, '+1' || (2125550000 + i), 'US',"
                      + " 'NY', 'America/New_York' FROM generate_series(1, 5000) i");
            });
    load(1);
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "UPDATE dial_record SET state = 'C', claim_epoch = 1,"
                        + " open_attempt = gen_random_uuid()"));
  }

  @ParameterizedTest
  @ValueSource(strings = {DialSql.MARK_OPEN, DialSql.GONE, DialSql.RELEASE, DialSql.WRITE_BACK})
  void idsAreLookedUp(String statement) {
    assertThat(plan(statement))
        .anyMatch(line -> line.contains("_pkey"))
        .noneMatch(line -> line.contains("slice_idx") || line.contains("Seq Scan"));
  }

  private List<String> plan(String statement) {
    var steps = new Steps();
    var records = Stream.iterate(1L, n -> n + 1).limit(13).toList();
    records.forEach(n -> steps.add(n, new NextStep.Final(CallResult.ANSWER)));
    return database
        .jdbi()
        .withHandle(
            h -> {
              Query query =
                  h.createQuery("EXPLAIN " + statement)
                      .configure(SqlStatements.class, c -> c.setUnusedBindingAllowed(true))
                      .define("records", RecordTable.of(group))
                      .bind("group", group.value())
                      .bind("epoch", 1);
              steps.bind(query);
              return query
                  .bind("made", SqlArray.ints(records, n -> 1))
                  .bind("attempt", SqlArray.uuids(records, n -> AttemptId.create().value()))
                  .bind("notPlaced", SqlArray.booleans(records, n -> false))
                  .mapTo(String.class)
                  .list();
            });
  }
}
