package io.beckon.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.beckon.bench.Results;
import io.beckon.bench.chaos.Evidence.Attempt;
import io.beckon.bench.chaos.Evidence.Limits;
import io.beckon.bench.chaos.Resumption.Standstill;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers the evidence of a finished run, has it checked and prints the verdict. */
final class Judge {
  private final ChaosOptions options;
  private final Nodes nodes;
  private final Api api;
  private final Results results;

  Judge(ChaosOptions options, Nodes nodes, Api api, Results results) {
    this.options = options;
    this.nodes = nodes;
    this.api = api;
    this.results = results;
  }

  /** Prints what was found; true when nothing is wrong and all resumed in time. */
  boolean judge(String group, Story story, Limits limits) throws IOException, SQLException {
    try (Ledger ledger = new Ledger(nodes.database(), group)) {
      List<Attempt> attempts = ledger.attempts();
      Path file = nodes.data().resolve("carrier/calls.csv");
      var calls = CallsFile.read(file, group);
      Findings findings =
          FaultChecker.check(
              new Evidence(calls, attempts, ledger.records(), story.suppressed(), limits));
      int disagreeing = disagreeing(group, attempts);
      findings.sentences().forEach(System.err::println);
      var standstill = new Resumption(ledger.starts()).longest(story.faults());
      standstill.ifPresent(System.err::println);
      double resumed = standstill.map(Standstill::length).orElse(Duration.ZERO).toMillis() / 1000.0;
      results.metric("doubled", findings.doubled(), "calls");
      results.metric("lost", findings.lost() + disagreeing, "records");
      results.metric("suppressed_called", findings.suppressedCalled(), "calls");
      results.metric("beyond_rule", findings.beyondRule(), "attempts");
      results.metric("resume_s", resumed, "s");
      results.metric("calls", calls.size(), "calls");
      results.metric("suppressions", story.suppressed().size(), "devices");
      return findings.clean() && disagreeing == 0 && resumed <= options.resumedWithin();
    }
  }

  /** What REST says of attempts must be what SQL holds. */
  private int disagreeing(String group, List<Attempt> attempts) {
    var shown =
        api.all("/attempts?groupId=" + group).stream()
            .collect(Collectors.toMap(a -> a.get("id").asText(), a -> a, (a, b) -> a));
    int wrong = 0;
    for (Attempt attempt : attempts) {
      JsonNode view = shown.get(attempt.id());
      boolean same =
          attempt.notPlaced()
              || (view != null
                  && Objects.equals(text(view, "callResult"), attempt.callResult())
                  && (text(view, "placedAt") == null) == (attempt.placedAt() == null));
      if (!same) {
        wrong++;
        System.err.println("/attempts disagrees about " + attempt.id() + ": " + view);
      }
    }
    return wrong;
  }

  private static @Nullable String text(JsonNode view, String field) {
    JsonNode value = view.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
