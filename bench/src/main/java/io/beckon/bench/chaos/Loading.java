package io.beckon.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A file whose loader's node is killed half-way. Of each hundred rows the last is no telephone
 * number and the one before it repeats its predecessor, so the right counts are known.
 */
final class Loading {
  private static final Duration BEGINNING = Duration.ofSeconds(240);
  private static final Duration TO_THE_END = Duration.ofSeconds(600);

  private final Api api;
  private final Path data;
  private final String list;
  private final String importId;
  private final int rows;

  private Loading(Api api, Path data, String list, String importId, int rows) {
    this.api = api;
    this.data = data;
    this.list = list;
    this.importId = importId;
    this.rows = rows;
  }

  /**
   * @param rows a multiple of 100
   */
  static Loading begin(Api api, Path data, String name, int rows) {
    String list =
        api.post("/contact-lists", Map.of("name", name, "country", "US"), false).get("id").asText();
    JsonNode answer =
        api.upload("/contact-lists/" + list + "/imports", name + ".csv", file(rows), Map.of());
    return new Loading(api, data, list, answer.get("importId").asText(), rows);
  }

  private static String file(int rows) {
    List<String> numbers = Campaign.numbers(rows);
    StringBuilder csv = new StringBuilder("phone,first name,last name,company,other1\n");
    for (int i = 0; i < rows; i++) {
      int place = i % 100;
      String phone = place == 99 ? "12" : numbers.get(place == 98 ? i - 1 : i);
      csv.append(phone).append(",Ada,Byron").append(i).append(",Engines,").append(i).append('\n');
    }
    return csv.toString();
  }

  /** The node that loads, once some rows are in; its log says so. */
  int node() {
    Waiting.until(
        "import " + importId + " has begun",
        BEGINNING,
        () -> view().get("rowsRead").asInt() > 0 && !loaders().isEmpty());
    return loaders().get(loaders().size() - 1);
  }

  private List<Integer> loaders() {
    String begun = "import=" + importId + " epoch=";
    Map<Integer, Integer> byEpoch = new TreeMap<>();
    for (int node : IntStream.rangeClosed(1, Nodes.COUNT).toArray()) {
      for (String line : log(node)) {
        int at = line.indexOf(begun);
        if (at >= 0 && line.endsWith(" begins")) {
          String epoch = line.substring(at + begun.length(), line.length() - " begins".length());
          byEpoch.put(Integer.parseInt(epoch), node);
        }
      }
    }
    return List.copyOf(byEpoch.values());
  }

  private List<String> log(int node) {
    try {
      return Files.readAllLines(data.resolve("cluster/node-" + node + "/server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows that are counted wrongly, or are not there, when the import has ended. */
  int wrong(Ledger ledger) throws SQLException {
    Waiting.until(
        "import " + importId + " is completed",
        TO_THE_END,
        () -> view().get("state").asText().equals("COMPLETED"));
    JsonNode view = view();
    int part = rows / 100;
    int wrong =
        Math.abs(view.get("rowsRead").asInt() - rows)
            + Math.abs(view.get("accepted").asInt() - 98 * part)
            + Math.abs(view.get("duplicates").asInt() - part)
            + Math.abs(view.get("rejected").asInt() - part)
            + Math.abs(ledger.contacts(list) - 98 * part);
    if (wrong > 0) {
      System.err.println("the import went wrong: " + view);
    }
    System.err.println("import " + importId + " was loaded by nodes " + loaders());
    return wrong;
  }

  private JsonNode view() {
    return api.get("/imports/" + importId);
  }
}
