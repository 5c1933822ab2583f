package io.beckon.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.beckon.bench.chaos.Evidence.Treatment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One group on the simulated carrier, made through REST: long enough to be disturbed. */
final class Campaign {
  /** RETRY_IN of the group. */
  static final Treatment RETRIES = new Treatment(List.of("BUSY", "NO_ANSWER"), 2);

  static final int MAX_ATTEMPTS = 10;
  private static final Duration LOADING = Duration.ofSeconds(400);

  /** Of the agents: so few keep a group going and its contacts for later. */
  private static final int SLOWLY = 8;

  /** After the last fault the group need not last any longer. */
  private static final int HURRY = 6;

  /** Area codes that lie in one time zone each. */
  private static final int[] AREAS = {202, 212, 213, 305, 312, 415, 617, 713};

  private final Api api;
  private final List<String> numbers;
  private final String group;
  private final String suppressionList;
  private final int agents;

  private Campaign(
      Api api, List<String> numbers, int agents, String group, String suppressionList) {
    this.api = api;
    this.numbers = List.copyOf(numbers);
    this.agents = agents;
    this.group = group;
    this.suppressionList = suppressionList;
  }

  /**
   * @param name unique in the tenant
   * @param agents simulated; that many calls are in flight at most
   */
  static Campaign create(Api api, String name, int contacts, int agents) {
    api.allowAnyHour(name + " at any hour");
    List<String> numbers = numbers(contacts);
    String list = id(api.post("/contact-lists", Map.of("name", name, "country", "US"), false));
    String file = "phone\n" + String.join("\n", numbers) + "\n";
    JsonNode upload =
        api.upload("/contact-lists/" + list + "/imports", name + ".csv", file, Map.of());
    awaitImport(api, upload.get("importId").asText(), contacts);
    String suppression = id(api.post("/suppression-lists", suppressionList(name), false));
    String group = id(api.post("/campaign-groups", group(name, list, agents), false));
    return new Campaign(api, numbers, agents, group, suppression);
  }

  String group() {
    return group;
  }

  List<String> numbers() {
    return numbers;
  }

  void start() {
    api.post("/campaign-groups/" + group + "/start", "{}", true);
  }

  /** A fraction of the agents, until it is to dial {@link #asPlanned()} again. */
  void slowly() {
    pace(Math.max(1, agents / SLOWLY));
  }

  void asPlanned() {
    pace(agents);
  }

  /** What is left to dial need not be dialled slowly. */
  void hurry() {
    pace(agents * HURRY);
  }

  private void pace(int agentsNow) {
    api.patch("/campaign-groups/" + group, "{\"pacing\":" + pacing(agentsNow) + "}");
  }

  /** Acknowledged when it returns. */
  void suppress(Api through, String number) {
    through.post(
        "/suppression-lists/" + suppressionList + "/entries",
        Map.of("entries", List.of(Map.of("value", number, "reason", "chaos"))),
        true);
  }

  String state() {
    return view().get("state").asText();
  }

  JsonNode view() {
    return api.get("/campaign-groups/" + group);
  }

  private static Map<String, Object> suppressionList(String name) {
    return Map.of(
        "name",
        name + " opt-outs",
        "type",
        "DEVICE",
        "channels",
        List.of("VOICE", "SMS"),
        "required",
        true,
        "retention",
        "PERMANENT",
        "country",
        "US");
  }

  private static String group(String name, String list, int agents) {
    return """
        {"name":"%s","channel":"VOICE","mode":"PROGRESSIVE","carrierId":"simulated",
         "maxAttemptsPerRecord":%d,
         "carrierSettings":{"answer":0.3,"busy":0.2,"noAnswer":0.3,"machine":0.2,
           "ring":"PT3S","noAnswerAfter":"PT6S","handle":"PT20S","seed":1},
         "pacing":%s,
         "lists":[{"id":"%s","weight":10}],
         "treatments":[{"callResults":["BUSY","NO_ANSWER"],"action":"RETRY_IN",
           "interval":"PT15S","increment":"PT5S","count":%d}]}
        """
        .formatted(name, MAX_ATTEMPTS, pacing(agents), list, RETRIES.count());
  }

  private static String pacing(int agents) {
    return """
        {"simulatedAgents":%d,"target":"ABANDON_RATE","value":3.0,"multiplier":1.0,
         "maxCallsPerMinute":60000}"""
        .formatted(agents);
  }

  private static void awaitImport(Api api, String importId, int contacts) {
    Waiting.until(
        "import " + importId + " is completed",
        LOADING,
        () -> {
          JsonNode view = api.get("/imports/" + importId);
          String state = view.get("state").asText();
          if (state.equals("FAILED") || state.equals("CANCELLED")) {
            throw new IllegalStateException("import " + state + ": " + view);
          }
          return state.equals("COMPLETED") && view.get("accepted").asInt() == contacts;
        });
  }

  /** Different and valid; all endings of the carrier's table occur. */
  static List<String> numbers(int contacts) {
    List<String> numbers = new ArrayList<>(contacts);
    for (int i = 0; i < contacts; i++) {
      int n = i / AREAS.length;
      int area = AREAS[i % AREAS.length];
      numbers.add("+1%d%03d%04d".formatted(area, 230 + n / 10_000, n % 10_000));
    }
    return numbers;
  }

  private static String id(JsonNode created) {
    return created.get("id").asText();
  }
}
