package io.beckon.http;

import akka.http.javadsl.server.Route;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import java.util.Set;

/**
 * What one feature answers under {@code /api/v1} to somebody who is signed in.
 *
 * <p>{@link Api} looks at the first path segment, checks the role, and only then asks the feature,
 * so a feature cannot forget to. The tenant is in {@code who}; every query carries it. Request
 * bodies are records: a component may be missing only when it is {@code @Nullable}, a collection or
 * a primitive.
 */
public interface FeatureRoutes {
  /** First path segments under {@code /api/v1} that are this feature's alone. */
  Set<String> resources();

  /** Routes that start with one of {@link #resources()}. */
  Route routes(Principal who);

  /** Who may come in: one of these roles. Parts of it are narrowed by {@link Access}. */
  default Set<Role> roles() {
    return Set.of(Role.ADMIN);
  }

  /** Whether what is changed here is written to the audit log. */
  default boolean audited() {
    return true;
  }
}
