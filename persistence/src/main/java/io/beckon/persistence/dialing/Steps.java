package io.beckon.persistence.dialing;

import io.beckon.protocol.dialing.CallResult;
import io.beckon.protocol.dialing.NextStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Next steps of many records as parallel arrays, for one set-based statement. {@code follow} says
 * what becomes of the chain: S stays, N its next device becomes ready, E it ends.
 */
final class Steps {
  private final List<Long> records = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private final List<@Nullable String> readyAt = new ArrayList<>();
  private final List<Integer> retries = new ArrayList<>();
  private final List<Integer> treatments = new ArrayList<>();
  private final List<Boolean> zoneWaits = new ArrayList<>();
  private final List<@Nullable Integer> results = new ArrayList<>();
  private final List<String> follows = new ArrayList<>();

  void add(long record, NextStep step) {
    records.add(record);
    if (step instanceof NextStep.ReadyAt ready) {
      add("R", ready.at(), null, "S");
      waits(ready.retries(), ready.treatment(), ready.zoneWait());
    } else if (step instanceof NextStep.NextInChain next) {
      add("F", next.at(), next.result(), "N");
      waits(0, -1, false);
    } else if (step instanceof NextStep.Suppressed suppressed) {
      add("S", suppressed.at(), CallResult.DO_NOT_CALL, "N");
      waits(0, -1, false);
    } else if (step instanceof NextStep.Final end) {
      add("F", null, end.result(), "E");
      waits(0, -1, false);
    } else {
      throw new IllegalArgumentException("unknown step " + step);
    }
  }

  private void add(String state, @Nullable Instant at, @Nullable CallResult result, String follow) {
    states.add(state);
    readyAt.add(at == null ? null : at.toString());
    results.add(result == null ? null : result.code());
    follows.add(follow);
  }

  private void waits(int retry, int treatment, boolean zoneWait) {
    retries.add(retry);
    treatments.add(treatment);
    zoneWaits.add(zoneWait);
  }

  void bind(SqlStatement<?> statement) {
    statement
        .bindArray("record", Long.class, records)
        .bindArray("state", String.class, states)
        .bindArray("ready", String.class, readyAt)
        .bindArray("retries", Integer.class, retries)
        .bindArray("treatment", Integer.class, treatments)
        .bindArray("zoneWait", Boolean.class, zoneWaits)
        .bindArray("result", Integer.class, results)
        .bindArray("follow", String.class, follows);
  }
}
