package io.beckon.http;

import akka.http.javadsl.server.Route;
import io.beckon.protocol.tenant.Principal;
import java.util.function.Supplier;

/** Something that is done around every request of somebody who is signed in and may. */
@FunctionalInterface
public interface Around {
  Route around(FeatureRoutes feature, Principal who, Supplier<Route> inner);
}
