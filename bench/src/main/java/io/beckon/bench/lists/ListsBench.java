package io.beckon.bench.lists;

import io.beckon.bench.Bench;
import io.beckon.bench.Held;
import io.beckon.bench.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * How quickly a large list opens, pages, finds people and goes, over HTTP: the slowest of seven
 * tries each, {@code --contacts N}, ten million by default. Fails when anything but the deletion
 * takes more than a quarter of a second, or that more than a whole one.
 */
public final class ListsBench implements Bench {
  private static final int TRIES = 7;
  private static final double MOST_MS = 250;
  private static final double MOST_DELETE_MS = 1_000;

  @Override
  public String purpose() {
    return "milliseconds to open, page, search and delete a large list (--contacts)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int at = arguments.indexOf("--contacts");
    int contacts = at < 0 ? 10_000_000 : Integer.parseInt(arguments.get(at + 1));
    try (var node = ListNode.start(Files.createTempDirectory("beckon-lists"))) {
      var id = node.newList("large");
      MadeContacts.fill(node.jdbi(), Long.parseLong(id), contacts);
      var list = "/contact-lists/" + id;
      var people = list + "/contacts?limit=100";
      node.seconds("GET", people);
      var held = new Held("lists", System.err);
      measured(results, held, "open_ms", slowest(node, list), MOST_MS);
      measured(results, held, "lists_ms", slowest(node, "/contact-lists"), MOST_MS);
      double page = slowest(node, people, people + after(contacts / 2));
      measured(results, held, "page_ms", page, MOST_MS);
      measured(results, held, "search_ms", slowest(node, searches(people, contacts)), MOST_MS);
      double delete = 1000 * node.seconds("DELETE", list);
      measured(results, held, "delete_ms", delete, MOST_DELETE_MS);
      return held.all();
    }
  }

  private static void measured(Results results, Held held, String metric, double ms, double most) {
    results.metric(metric, ms, "ms");
    held.atMost(metric, ms, most);
  }

  private static String[] searches(String people, int contacts) {
    return new String[] {
      people + "&clientId=C" + contacts / 2,
      people + "&device=" + (2_120_000_000L + contacts / 3),
      people + "&name=ann",
      people + "&name=zz",
      people + "&name=wu99",
      people + "&q=mil",
      people + "&q=C" + contacts / 4,
      people + "&q=nobody"
    };
  }

  private static String after(int contact) {
    return "&cursor="
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Integer.toString(contact).getBytes(StandardCharsets.US_ASCII));
  }

  private static double slowest(ListNode node, String... paths) throws IOException {
    double slowest = 0;
    for (var path : paths) {
      var tries = new double[TRIES];
      for (int i = 0; i < TRIES; i++) {
        tries[i] = 1000 * node.seconds("GET", path);
      }
      slowest = Math.max(slowest, Arrays.stream(tries).max().orElseThrow());
    }
    return slowest;
  }
}
