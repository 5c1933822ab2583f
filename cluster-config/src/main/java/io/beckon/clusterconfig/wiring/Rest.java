package io.beckon.clusterconfig.wiring;

import io.beckon.http.FeatureRoutes;
import io.beckon.http.event.EventView;
import java.util.ArrayList;
import java.util.List;

/** What this node answers over HTTP, filled by the features as they start. */
final class Rest {
  private final List<FeatureRoutes> routes = new ArrayList<>();
  private final List<EventView> views = new ArrayList<>();

  void add(FeatureRoutes... more) {
    routes.addAll(List.of(more));
  }

  void add(List<FeatureRoutes> more) {
    routes.addAll(more);
  }

  /** What live events of one kind show. */
  void show(EventView... more) {
    views.addAll(List.of(more));
  }

  List<FeatureRoutes> routes() {
    return List.copyOf(routes);
  }

  List<EventView> views() {
    return List.copyOf(views);
  }
}
