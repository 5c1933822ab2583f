package io.beckon.clusterconfig.wiring;

import static akka.http.javadsl.server.Directives.concat;

import akka.actor.CoordinatedShutdown;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.server.Route;
import io.beckon.clusterconfig.health.ClusterState;
import io.beckon.clusterconfig.node.Node;
import io.beckon.clusterconfig.node.NodeRole;
import io.beckon.http.Api;
import io.beckon.http.event.EventHub;
import io.beckon.http.event.EventRoutes;
import io.beckon.http.page.DocsRoutes;
import io.beckon.http.page.PageRoutes;
import io.beckon.http.system.SystemRoutes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the REST server with the routes of all features on nodes of role api. */
final class HttpFeature {
  private static final Logger log = LoggerFactory.getLogger(HttpFeature.class);

  /** Requests in flight may take so long when the node leaves. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private HttpFeature() {}

  static void start(Node node, TenantFeature tenant, Rest rest) {
    if (!node.has(NodeRole.API)) {
      return;
    }
    var network = node.settings().network();
    var system = node.context().getSystem();
    var bound =
        Http.get(system)
            .newServerAt(network.bind(), network.httpPort())
            .bind(routes(node, tenant, rest))
            .thenApply(binding -> binding.addToCoordinatedShutdown(GRACE, system));
    node.stores()
        .readiness()
        .require(
            "http", () -> CompletableFuture.completedFuture(bound.toCompletableFuture().isDone()));
    bound.whenComplete((binding, failure) -> report(node, binding, failure));
  }

  private static Route routes(Node node, TenantFeature tenant, Rest rest) {
    var hub = new EventHub(node.context().getSystem(), rest.views());
    Subscription.of(node, "live-events", hub::changed);
    rest.add(new EventRoutes(hub), new SystemRoutes(new ClusterState(node)));
    var api =
        new Api(
            tenant.sessions(),
            List.of(tenant.signIn(), new DocsRoutes()),
            rest.routes(),
            tenant.around());
    return concat(DocsRoutes.pages(), api.route(), PageRoutes.routes());
  }

  private static void report(Node node, ServerBinding binding, Throwable failure) {
    if (failure == null) {
      log.info("event=http-bound address={}", binding.localAddress());
      return;
    }
    log.error("event=http-not-bound network={}", node.settings().network(), failure);
    CoordinatedShutdown.get(node.context().getSystem())
        .runAll(CoordinatedShutdown.actorSystemTerminateReason());
  }
}
