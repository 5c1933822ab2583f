package io.beckon.http.reference;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequestEntity;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.put;

import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.reference.ZoneMap;
import io.beckon.protocol.reference.ZoneMaps;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /zone-map}: a tenant's own zones of numbers, as JSON or as CSV. */
public final class ZoneMapRoutes implements FeatureRoutes {
  private static final long LARGEST = 4L << 20;
  private static final long READ_MILLIS = 10_000;

  /** The whole map. */
  record Shown(List<ZoneMap.Entry> entries) {
    Shown {
      entries = List.copyOf(entries);
    }
  }

  private final ZoneMaps maps;

  public ZoneMapRoutes(ZoneMaps maps) {
    this.maps = maps;
  }

  @Override
  public Set<String> resources() {
    return Set.of("zone-map");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "zone-map",
        () ->
            Paths.end(
                () ->
                    concat(
                        get(() -> Replies.ok(shown(maps.of(tenant)))),
                        put(() -> extractRequestEntity(entity -> replace(tenant, entity))),
                        delete(() -> Replies.noContent(maps.replace(tenant, ZoneMap.NONE))))));
  }

  private Route replace(TenantId tenant, RequestEntity entity) {
    var media = entity.getContentType().mediaType();
    boolean csv = media.mainType().equals("text");
    return csv
        ? extractMaterializer(
            materializer ->
                onSuccess(
                    entity.withSizeLimit(LARGEST).toStrict(READ_MILLIS, materializer),
                    strict -> replace(tenant, ZoneMapCsv.read(strict.getData().utf8String()))))
        : Bodies.json(Shown.class, body -> replace(tenant, body.entries()));
  }

  private Route replace(TenantId tenant, List<ZoneMap.Entry> entries) {
    return Replies.ok(shown(maps.replace(tenant, ZoneMap.of(entries))));
  }

  private static CompletionStage<Shown> shown(CompletionStage<ZoneMap> map) {
    return map.thenApply(m -> new Shown(m.entries()));
  }
}
