package io.beckon.http.event;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.optionalHeaderValueByName;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.respondWithHeader;

import akka.NotUsed;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.stream.Materializer;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paths;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Live events for the dashboard: server-sent events named after what changed. */
public final class EventRoutes implements FeatureRoutes {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** Then the browser comes back by itself, and has to show again who it is. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Lets browsers come back after a second, and proxies see that something comes. */
  private static final ByteString RETRY = ByteString.fromString("retry:1000\n\n");

  private static final ByteString COMMENT = ByteString.fromString(":\n\n");

  private final EventHub hub;

  public EventRoutes(EventHub hub) {
    this.hub = hub;
  }

  @Override
  public Set<String> resources() {
    return Set.of("events");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix("events", () -> Paths.end(() -> get(() -> follow(who.tenant()))));
  }

  private Route follow(TenantId tenant) {
    return extractMaterializer(
        materializer ->
            optionalHeaderValueByName(
                "Last-Event-ID",
                lastEventId ->
                    // Proxies must pass each event on at once.
                    respondWithHeader(
                        RawHeader.create("X-Accel-Buffering", "no"),
                        () ->
                            complete(
                                StatusCodes.OK,
                                HttpEntities.create(
                                    MediaTypes.TEXT_EVENT_STREAM.toContentType(),
                                    events(tenant, lastEventId, materializer))))));
  }

  private Source<ByteString, NotUsed> events(
      TenantId tenant, Optional<String> lastEventId, Materializer materializer) {
    var queue = Source.<Boolean>queue(1).preMaterialize(materializer);
    var subscriber = new Subscriber(queue.first(), true);
    var feed = hub.join(tenant, subscriber);
    var unused =
        hub.open(tenant, feed, subscriber, lastEventId)
            .exceptionally(
                failure -> {
                  subscriber.end(failure);
                  return null;
                });
    return queue
        .second()
        .mapConcat(woken -> subscriber.drain())
        .map(event -> sent(feed, event))
        .prepend(Source.single(RETRY))
        .keepAlive(HEARTBEAT, () -> COMMENT)
        .takeWithin(LONGEST)
        .watchTermination(
            (none, end) -> {
              var gone = end.whenComplete((done, failure) -> hub.leave(tenant, subscriber));
              return none;
            });
  }

  private static ByteString sent(TenantFeed feed, LiveEvent event) {
    var name = event.key().kind().name().toLowerCase(Locale.ROOT);
    return ByteString.fromString(
        "id:" + feed.idOf(event) + "\nevent:" + name + "\ndata:" + event.data() + "\n\n");
  }
}
