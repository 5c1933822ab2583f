package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A tenant of its own on the running node, as its administrator sees it: what one test does. */
final class Tenancy {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** One line of the carrier's own record of calls. */
  record Call(Instant placedAt, String number) {}

  private final RunningNode node;
  private final String id;
  private final String token;

  private Tenancy(RunningNode node, String id, String token) {
    this.node = node;
    this.id = id;
    this.token = token;
  }

  /** Where everybody may be reached at any hour, so that tests hold at any hour. */
  static Tenancy openAtAnyHour(RunningNode node, String id) {
    var operator = node.signIn("admin", RunningNode.PASSWORD);
    var made =
        node.send(
            "POST",
            "/tenants",
            operator,
            """
            {"id":"%1$s","name":"%1$s","country":"US",
             "adminUsername":"boss-of-%1$s","adminPassword":"secret1"}"""
                .formatted(id));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var tenancy = new Tenancy(node, id, node.signIn("boss-of-" + id, "secret1"));
    tenancy.create(
        "/compliance/rules",
        """
        {"name":"Any hour","type":"CONTACT_TIMES","required":true,"replacesDefault":true,
         "channels":[],"windows":[{"days":[],"from":"00:00","till":"24:00"}]}""");
    return tenancy;
  }

  /** Different and valid, from {@code first} on: the last four digits count up. */
  static List<String> numbers(int first, int count) {
    return IntStream.range(first, first + count).mapToObj("+1212232%04d"::formatted).toList();
  }

  HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
    return node.send(method, path, token, body, headers);
  }

  JsonNode get(String path) {
    return asAgreed("GET", path, 200, send("GET", path, null));
  }

  JsonNode create(String path, String body) {
    return asAgreed("POST", path, 201, send("POST", path, body));
  }

  /** The answer, which is what openapi.yaml says it is. */
  static JsonNode asAgreed(String verb, String path, int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var json = RunningNode.json(answer);
    Contract.holds(verb, path, status, json);
    return json;
  }

  /** The id of a new list with these people, once they can be dialled. */
  String contactList(String name, List<String> numbers) {
    return contactList(name, numbers, numbers.size());
  }

  /** As above, where not all of them are taken. */
  String contactList(String name, List<String> numbers, int taken) {
    var list =
        create("/contact-lists", "{\"name\":\"" + name + "\",\"country\":\"US\"}")
            .get("id")
            .asText();
    imported("/contact-lists/" + list, numbers, taken);
    return list;
  }

  /** Uploads the numbers to a list of either kind and waits until they count. */
  void imported(String list, List<String> numbers) {
    imported(list, numbers, numbers.size());
  }

  private void imported(String list, List<String> numbers, int taken) {
    var path = list + "/imports";
    var accepted = node.upload(path, token, "numbers.csv", csv(numbers));
    var id = asAgreed("POST", path, 202, accepted).get("importId").asText();
    awaitImport("/imports/" + id, taken);
  }

  HttpResponse<String> upload(String path, String options, String content) {
    return node.upload(path, token, options, "people.csv", content);
  }

  void awaitImport(String path, int accepted) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get(path).get("state").asText()).isEqualTo("COMPLETED"));
    assertThat(get(path).get("accepted").asInt()).as(path).isEqualTo(accepted);
  }

  static String csv(List<String> numbers) {
    return "phone\n" + String.join("\n", numbers) + "\n";
  }

  /** The first object of this name, once there is one. */
  JsonNode awaitNamed(String resource, String name) {
    var path = resource + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    await().atMost(PATIENCE).until(() -> !get(path).get("items").isEmpty());
    return get(path).get("items").get(0);
  }

  /** The id of a group of calls that people answer, {@code agents} at a time. */
  String voiceGroup(String list, int agents, String handle, String more) {
    return create(
            "/campaign-groups",
            """
            {"name":"Calls to list %1$s","channel":"VOICE","mode":"PROGRESSIVE",
             "carrierId":"simulated","lists":[{"id":"%1$s"}],
             "carrierSettings":{"answer":1,"busy":0,"noAnswer":0,"machine":0,"ring":"PT0S",
               "noAnswerAfter":"PT0S","handle":"%3$s","seed":1},
             "pacing":{"simulatedAgents":%2$d,"multiplier":1.0}%4$s}"""
                .formatted(list, agents, handle, more))
        .get("id")
        .asText();
  }

  void start(String group) {
    var path = group(group) + "/start";
    asAgreed("POST", path, 202, send("POST", path, "{}"));
  }

  static String group(String id) {
    return "/campaign-groups/" + id;
  }

  JsonNode awaitState(String group, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get(group(group)).get("state").asText()).isEqualTo(state));
    return get(group(group));
  }

  void awaitAttempts(String group, int atLeast) {
    await().atMost(PATIENCE).until(() -> calls(group).size() >= atLeast);
  }

  List<JsonNode> records(String group) {
    var items = get(group(group) + "/records?limit=1000").get("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  /** Of this group, as the carrier wrote them down. */
  List<Call> calls(String group) {
    try (var lines = Files.lines(node.data().resolve("carrier/calls.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.split(","))
          .filter(cells -> cells.length == 5 && cells[2].equals(group))
          .map(cells -> new Call(Instant.parse(cells[0]), cells[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the calls of this group showed to whom they went to, as the carrier wrote it down. */
  Set<String> callerIds(String group) {
    try (var calls = Files.lines(node.data().resolve("carrier/calls.csv"));
        var shown = Files.lines(node.data().resolve("carrier/shown.csv"))) {
      var attempts =
          calls
              .map(line -> line.split(","))
              .filter(cells -> cells.length == 5 && cells[2].equals(group))
              .map(cells -> cells[3])
              .collect(Collectors.toSet());
      return shown
          .map(line -> line.split(","))
          .filter(cells -> attempts.contains(cells[0]))
          .map(cells -> cells.length == 2 ? cells[1] : "nothing")
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The built-in folder of this tenant. */
  Path drops(String kind) {
    return node.data().resolve("drops").resolve(id).resolve(kind);
  }
}
