package io.beckon.http.system;

import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.pathPrefix;

import akka.http.javadsl.server.Route;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.system.SystemState;
import io.beckon.protocol.tenant.Principal;
import java.util.Set;

/** The nodes of the cluster and the services this one needs. */
public final class SystemRoutes implements FeatureRoutes {
  private final SystemState state;

  public SystemRoutes(SystemState state) {
    this.state = state;
  }

  @Override
  public Set<String> resources() {
    return Set.of("system");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix("system", () -> Paths.end(() -> get(() -> Replies.ok(state.view()))));
  }
}
