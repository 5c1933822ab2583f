package io.beckon.http.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.stream.testkit.TestSubscriber;
import akka.stream.testkit.javadsl.TestSink;
import akka.util.ByteString;
import io.beckon.http.JupiterRouteTest;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.event.Changed;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventHubTest extends JupiterRouteTest {
  private static final TenantId HERE = new TenantId("default");
  private static final TenantId OTHER = new TenantId("other");

  /** Groups that are just texts. */
  private static final class Groups implements EventView {
    final Map<String, String> here = new ConcurrentHashMap<>();
    final AtomicInteger loads = new AtomicInteger();

    @Override
    public ChangeKind kind() {
      return ChangeKind.GROUP;
    }

    @Override
    public CompletionStage<Optional<?>> load(TenantId tenant, String id) {
      loads.incrementAndGet();
      return CompletableFuture.completedFuture(
          tenant.equals(HERE) ? Optional.ofNullable(here.get(id)) : Optional.empty());
    }

    @Override
    public CompletionStage<Map<String, String>> list(TenantId tenant) {
      return CompletableFuture.completedFuture(tenant.equals(HERE) ? Map.copyOf(here) : Map.of());
    }
  }

  private final Groups groups = new Groups();
  private final EventHub hub =
      new EventHub(akka.actor.typed.javadsl.Adapter.toTyped(system()), List.of(groups));
  private final Route api = apiRoute(new EventRoutes(hub));

  private TestSubscriber.Probe<String> follow(HttpRequest request) {
    return answer(request)
        .entity()
        .getDataBytes()
        .map(ByteString::utf8String)
        .filter(text -> text.contains("event:"))
        .runWith(TestSink.create(system()), materializer());
  }

  /** Not by the route test kit, which waits for the end of an answer. */
  private HttpResponse answer(HttpRequest request) {
    try {
      return api.handler(system()).apply(request).toCompletableFuture().join();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest events() {
    return HttpRequest.GET("/api/v1/events").addHeader(ADMIN);
  }

  private void change(TenantId tenant, String id) {
    hub.changed(new Changed(ChangeKind.GROUP, tenant, id));
  }

  @Test
  void sendsASnapshotThenEveryChange() {
    groups.here.put("1", "a");
    var browser = follow(events());
    assertThat(browser.requestNext()).contains("event:group").contains("data:\"a\"");
    groups.here.put("1", "b");
    change(HERE, "1");
    assertThat(browser.requestNext()).contains("data:\"b\"").contains("id:");
    browser.cancel();
  }

  @Test
  void sendsNothingOfAnotherTenant() {
    var browser = follow(events());
    browser.request(1);
    change(OTHER, "1");
    groups.here.put("2", "mine");
    change(HERE, "2");
    assertThat(browser.expectNext()).contains("mine");
    assertThat(groups.loads).hasValue(1);
    browser.cancel();
  }

  @Test
  void sendsAReturningBrowserWhatItHasMissedOnly() {
    groups.here.put("1", "a");
    var first = follow(events());
    var keepsTheFeed = follow(events());
    first.requestNext();
    groups.here.put("2", "b");
    change(HERE, "2");
    var id = first.requestNext().lines().filter(l -> l.startsWith("id:")).findFirst().orElseThrow();
    first.cancel();
    groups.here.put("3", "c");
    change(HERE, "3");
    await().untilAtomic(groups.loads, org.hamcrest.Matchers.equalTo(2));
    var again =
        follow(events().addHeader(RawHeader.create("Last-Event-ID", id.substring(3).trim())));
    assertThat(again.requestNext()).contains("\"c\"");
    again.cancel();
    keepsTheFeed.cancel();
  }

  @Test
  void sendsASnapshotToWhoeverComesBackWithAnUnknownId() {
    groups.here.put("1", "a");
    for (var id : List.of("nonsense", "12345678-1", "12345678-x")) {
      var browser = follow(events().addHeader(RawHeader.create("Last-Event-ID", id)));
      assertThat(browser.requestNext()).contains("\"a\"");
      browser.cancel();
    }
  }

  @Test
  void conflatesWhatASlowBrowserDoesNotTake() {
    var slow = follow(events());
    slow.ensureSubscription();
    for (var i = 0; i < 2_000; i++) {
      groups.here.put("1", "v" + i);
      change(HERE, "1");
    }
    slow.request(100);
    await().until(() -> slow.expectNext().contains("\"v1999\""));
    assertThat(groups.loads.get()).isLessThan(20);
    slow.cancel();
  }

  @Test
  void readsNothingWhenNobodyLooks() {
    groups.here.put("1", "a");
    change(HERE, "1");
    assertThat(groups.loads).hasValue(0);
  }

  @Test
  void refusesAgents() {
    testRoute(api).run(HttpRequest.GET("/api/v1/events").addHeader(AGENT)).assertStatusCode(403);
  }
}
