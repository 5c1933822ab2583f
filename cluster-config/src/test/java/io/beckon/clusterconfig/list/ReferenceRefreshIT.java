package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beckon.actors.reference.HttpFetch;
import io.beckon.persistence.reference.PostgresReferenceSources;
import io.beckon.persistence.reference.PostgresReferenceVersions;
import io.beckon.persistence.reference.ReferenceRefresh;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.reference.ReferenceSource;
import io.beckon.protocol.reference.ReferenceVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reference data from a server: what is newer and sound is taken, anything else changes nothing.
 */
class ReferenceRefreshIT {
  private static final String HEAD = "kind,country,prefix,zones,state,lineType\n";
  private static final String FIRST =
      "beckon-reference-data,1,2026-11,2026-11-01\n"
          + HEAD
          + """
          NUMBER,,1212555,,,MOBILE
          NUMBER,,1850555,America/Chicago,AL,
          NUMBER,,1305900,,,PREMIUM_RATE
          POSTAL,US,32501,America/Chicago,FL,
          """;

  private final ListWorld world = new ListWorld();
  private final PostgresReferenceVersions versions =
      new PostgresReferenceVersions(world.database, world.clock);
  private final PostgresReferenceSources sources =
      new PostgresReferenceSources(world.database, world.clock);

  @AfterEach
  void down() {
    world.close();
  }

  @Test
  void fetchesWhatIsNewAndKeepsWhatItHasWhenThatIsBad() throws IOException {
    var content = new AtomicReference<>(FIRST);
    List<String> asked = new CopyOnWriteArrayList<>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/data.csv", exchange -> answer(exchange, content.get(), asked));
    server.createContext("/moved", exchange -> redirect(exchange, "/data.csv"));
    server.createContext("/away", exchange -> redirect(exchange, "file:///etc/passwd"));
    server.start();
    try {
      var base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(look(base + "/moved")).isEqualTo("TAKEN null");
      var taken = active();
      assertThat(taken.version()).isEqualTo("2026-11");

      now(sources.look());
      assertThat(looked()).isEqualTo("UNCHANGED null");
      assertThat(asked).last().isEqualTo("\"" + FIRST.hashCode() + "\"");

      content.set("beckon-reference-data,1,2026-12,2026-12-01\n" + HEAD + "NUMBER,,1,Mars/X,,\n");
      now(sources.look());
      assertThat(looked()).startsWith("FAILED").contains("Line 3").contains("Mars/X");
      content.set("beckon-reference-data,1,2026-12,2026-12-01\n" + HEAD + "NUMBER,,1,,,\n");
      now(sources.look());
      assertThat(looked()).startsWith("FAILED").contains("less than half");
      assertThat(look(base + "/away")).startsWith("FAILED").contains("no http or https address");
      assertThat(look(base + "/none")).startsWith("FAILED").contains("404");
      assertThat(look("http://127.0.0.1:1/x")).startsWith("FAILED").contains("nobody answers");
      assertThat(look("http://nowhere.invalid/x")).startsWith("FAILED").contains("no host of this");
      assertThat(active()).isEqualTo(taken);

      content.set(FIRST.replace("2026-11,", "2026-12,") + "NUMBER,,1918,,,\n");
      assertThat(look(base + "/data.csv")).isEqualTo("TAKEN null");
      assertThat(active().version()).isEqualTo("2026-12");
      now(versions.activate(taken.id(), "ops"));
      now(sources.change(new ReferenceSource(base + "/moved", Duration.ofHours(1))));
      assertThat(looked()).isEqualTo("UNCHANGED null");
      assertThat(active().id()).as("a rollback stays").isEqualTo(taken.id());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void cutsOffAServerThatSendsTooMuchOrTooSlowly() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/large", exchange -> answer(exchange, "x".repeat(5000), new ArrayList<>()));
    server.createContext("/slow", ReferenceRefreshIT::stall);
    server.start();
    try {
      var base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(look(base + "/large", new HttpFetch(Duration.ofMinutes(2), 4096)))
          .contains("sent more than 4096 bytes");
      assertThat(look(base + "/slow", new HttpFetch(Duration.ofSeconds(10), 4096)))
          .contains("did not send all of it within PT10S");
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, String content, List<String> asked)
      throws IOException {
    var etag = "\"" + content.hashCode() + "\"";
    var known = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(String.valueOf(known));
    exchange.getResponseHeaders().add("ETag", etag);
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    boolean same = etag.equals(known);
    exchange.sendResponseHeaders(same ? 304 : 200, same ? -1 : bytes.length);
    if (!same) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Says how much is to come, sends a little of it, and leaves the rest open. */
  private static void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write('x');
    exchange.getResponseBody().flush();
  }

  private String look(String url) {
    return look(url, HttpFetch.usual());
  }

  private String look(String url, HttpFetch fetch) {
    now(sources.change(new ReferenceSource(url, Duration.ofHours(1))));
    return looked(fetch);
  }

  private String looked() {
    return looked(HttpFetch.usual());
  }

  private String looked(HttpFetch fetch) {
    var refresh = new ReferenceRefresh(world.database, versions, fetch, world.clock);
    assertThat(refresh.lookIfDue()).isTrue();
    assertThat(refresh.lookIfDue()).isFalse();
    var standing = now(sources.standing());
    return standing.outcome() + " " + standing.error();
  }

  private ReferenceVersion active() {
    return now(versions.page(PageRequest.first())).items().stream()
        .filter(ReferenceVersion::active)
        .findFirst()
        .orElseThrow();
  }
}
