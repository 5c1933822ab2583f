package io.beckon.clusterconfig.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.beckon.clusterconfig.embedded.Patience;
import io.beckon.protocol.tenant.ApiKeys;
import io.beckon.protocol.tenant.ApiKeys.KeyRequest;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code bin/run --demo}: loads a sample list and starts a group on the simulated carrier, through
 * the REST API with a key of its own that it deletes again.
 */
public final class Demo {
  private static final Logger log = LoggerFactory.getLogger(Demo.class);
  private static final int CONTACTS = 200;
  private static final Duration IMPORT = Duration.ofMinutes(1);

  private final DemoApi api;
  private final Clock clock;

  private Demo(DemoApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Blocking; called on a thread of its own when the node is ready. */
  public static void run(URI address, ApiKeys keys, Clock clock) {
    var key =
        keys.create(TenantId.DEFAULT, new KeyRequest("demo", Set.of(Role.ADMIN)))
            .toCompletableFuture()
            .join();
    try {
      new Demo(new DemoApi(address, key.key()), clock).show(address);
    } catch (RuntimeException e) {
      log.warn("event=demo_failed", e);
    } finally {
      keys.delete(TenantId.DEFAULT, key.id()).toCompletableFuture().join();
    }
  }

  private void show(URI address) {
    var name = "Demo " + clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var list = list(name);
    var group = api.post("/campaign-groups", group(name, list)).get("id").asText();
    api.post("/campaign-groups/" + group + "/start", "{}");
    log.info("event=demo_started list={} group={}", list, group);
    System.out.println(
        "The demo runs: group \""
            + name
            + "\" on "
            + address
            + "; half of its people live where it is night now and wait.");
  }

  private String list(String name) {
    var created = api.post("/contact-lists", "{\"name\":\"" + name + "\",\"country\":\"US\"}");
    var list = created.get("id").asText();
    var upload =
        api.upload(
            "/contact-lists/" + list + "/imports",
            "demo.csv",
            DemoContacts.csv(clock.instant(), CONTACTS));
    var progress = "/imports/" + upload.get("importId").asText();
    if (!Patience.until(IMPORT, () -> state(api.get(progress)).equals("COMPLETED"))) {
      throw new IllegalStateException("The sample list was not loaded: " + api.get(progress));
    }
    return list;
  }

  private static String state(JsonNode view) {
    return view.get("state").asText();
  }

  private static String group(String name, String list) {
    return """
        {"name":"%s","channel":"VOICE","mode":"PROGRESSIVE","carrierId":"simulated",
         "maxAttemptsPerRecord":5,
         "carrierSettings":{"answer":0.5,"busy":0.1,"noAnswer":0.3,"machine":0.1,
           "ring":"PT2S","noAnswerAfter":"PT5S","handle":"PT10S","seed":1},
         "pacing":{"simulatedAgents":10,"target":"ABANDON_RATE","value":3.0,"multiplier":1.0,
           "maxCallsPerMinute":600},
         "lists":[{"id":"%s","weight":10}],
         "treatments":[{"callResults":["BUSY","NO_ANSWER"],"action":"RETRY_IN",
           "interval":"PT30S","increment":"PT15S","count":2}]}
        """
        .formatted(name, list);
  }
}
