package io.beckon.http.event;

import akka.actor.Cancellable;
import akka.actor.typed.ActorSystem;
import io.beckon.http.Json;
import io.beckon.http.event.LiveEvent.Key;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.event.Changed;
import io.beckon.protocol.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what has changed, once for all browsers of a tenant on this node and at most twice a second
 * an object, and hands it to them. Nothing is read for tenants nobody looks at.
 */
public final class EventHub {
  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private record Place(TenantId tenant, Key key) {}

  private final ActorSystem<?> system;
  private final Map<ChangeKind, EventView> views = new EnumMap<>(ChangeKind.class);
  private final Map<TenantId, TenantFeed> feeds = new ConcurrentHashMap<>();

  /** Objects being read or resting after it; the value: changed meanwhile. */
  private final Map<Place, Boolean> busy = new ConcurrentHashMap<>();

  public EventHub(ActorSystem<?> system, List<EventView> views) {
    this.system = system;
    views.forEach(view -> this.views.put(view.kind(), view));
  }

  /** Takes what the cluster-wide topic says. */
  public void changed(Changed change) {
    refresh(change.tenant(), new Key(change.kind(), change.id()));
  }

  private void refresh(TenantId tenant, Key key) {
    var place = new Place(tenant, key);
    if (feeds.containsKey(tenant)
        && views.containsKey(key.kind())
        && busy.merge(place, false, (old, none) -> true).equals(false)) {
      read(place);
    }
  }

  private void read(Place place) {
    var unused =
        load(place)
            .whenComplete(
                (object, failure) -> {
                  if (failure != null) {
                    busy.put(place, true);
                    LOG.debug("event=not-read tenant={} key={}", place.tenant(), place.key());
                  } else {
                    object.ifPresent(found -> publish(place, found));
                  }
                  Cancellable later =
                      system.scheduler().scheduleOnce(PAUSE, () -> rested(place), ec());
                });
  }

  private CompletionStage<Optional<?>> load(Place place) {
    var view = views.get(place.key().kind());
    return view == null
        ? CompletableFuture.completedFuture(Optional.empty())
        : view.load(place.tenant(), place.key().id());
  }

  private void publish(Place place, Object found) {
    var feed = feeds.get(place.tenant());
    if (feed != null) {
      feed.publish(place.key(), json(found));
    }
  }

  private void rested(Place place) {
    var changed = busy.remove(place);
    if (Boolean.TRUE.equals(changed)) {
      refresh(place.tenant(), place.key());
    }
  }

  /** Adds a browser, held until {@link #open}. */
  TenantFeed join(TenantId tenant, Subscriber subscriber) {
    return feeds.compute(
        tenant,
        (id, feed) -> {
          var joined = feed == null ? new TenantFeed() : feed;
          joined.add(subscriber);
          return joined;
        });
  }

  void leave(TenantId tenant, Subscriber subscriber) {
    feeds.computeIfPresent(tenant, (id, feed) -> feed.remove(subscriber) ? null : feed);
  }

  /** Sends what a browser has missed since {@code lastEventId}, or a snapshot of everything. */
  CompletionStage<Void> open(
      TenantId tenant, TenantFeed feed, Subscriber subscriber, Optional<String> lastEventId) {
    var missed = lastEventId.flatMap(feed::since);
    return (missed.isPresent()
            ? CompletableFuture.completedFuture(missed.get())
            : snapshot(tenant, feed))
        .thenAccept(
            events -> subscriber.release(events).forEach(doubtful -> refresh(tenant, doubtful)));
  }

  private CompletionStage<List<LiveEvent>> snapshot(TenantId tenant, TenantFeed feed) {
    var number = feed.number();
    CompletionStage<List<LiveEvent>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (var view : views.values()) {
      all =
          all.thenCombine(
              view.list(tenant),
              (events, objects) -> {
                objects.forEach(
                    (id, object) ->
                        events.add(new LiveEvent(new Key(view.kind(), id), number, json(object))));
                return events;
              });
    }
    return all;
  }

  private scala.concurrent.ExecutionContextExecutor ec() {
    return system.executionContext();
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
