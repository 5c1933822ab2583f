package io.beckon.http;

import static akka.http.javadsl.server.Directives.failWith;

import akka.http.javadsl.server.Route;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lets a route be reached only by those who have the right to. */
public final class Access {
  private Access() {}

  /** {@code inner} for whoever has one of {@code roles}; 403 for everybody else. */
  public static Route anyOf(Set<Role> roles, Principal who, Supplier<Route> inner) {
    return roles.stream().anyMatch(who.roles()::contains) ? inner.get() : refuse(roles);
  }

  /** {@code inner} for the operator of the installation; 403 for everybody else. */
  public static Route operator(Principal who, Supplier<Route> inner) {
    return who.isOperator() ? inner.get() : refuse(Set.of(Role.ADMIN));
  }

  private static Route refuse(Set<Role> roles) {
    var names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(" or "));
    return failWith(
        new RefusedException(
            new Refusal(
                "FORBIDDEN",
                403,
                "This needs a right that you do not have.",
                "Sign in as somebody with the role " + names + " who may do this.",
                List.of())));
  }
}
