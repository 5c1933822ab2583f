package io.beckon.bench.lists;

import io.beckon.bench.Bench;
import io.beckon.bench.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * How quickly a large list opens, pages, finds people and goes, over HTTP: the slowest of seven
 * tries each, {@code --contacts N}, a million by default.
 */
public final class ListsBench implements Bench {
  private static final int TRIES = 7;

  @Override
  public String purpose() {
    return "milliseconds to open, page, search and delete a large list (--contacts)";
  }

  @Override
  public boolean run(List<String> arguments, Results results) throws Exception {
    int at = arguments.indexOf("--contacts");
    int contacts = at < 0 ? 1_000_000 : Integer.parseInt(arguments.get(at + 1));
    try (var node = ListNode.start(Files.createTempDirectory("beckon-lists"))) {
      var id = node.newList("large");
      MadeContacts.fill(node.jdbi(), Long.parseLong(id), contacts);
      var list = "/contact-lists/" + id;
      var people = list + "/contacts?limit=100";
      node.seconds("GET", people);
      results.metric("open_ms", slowest(node, list), "ms");
      results.metric("lists_ms", slowest(node, "/contact-lists"), "ms");
      results.metric("page_ms", slowest(node, people, people + after(contacts / 2)), "ms");
      results.metric("search_ms", slowest(node, searches(people, contacts)), "ms");
      results.metric("delete_ms", 1000 * node.seconds("DELETE", list), "ms");
    }
    return true;
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
