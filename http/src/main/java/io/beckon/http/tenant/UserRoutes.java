package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.Page;
import io.beckon.protocol.tenant.NewUser;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.UserChange;
import io.beckon.protocol.tenant.Users;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The tenant's people and the roles there are. */
public final class UserRoutes implements FeatureRoutes {
  record RoleView(Role id, String description) {}

  private static final Page<RoleView> ROLES =
      new Page<>(
          List.of(
              new RoleView(Role.ADMIN, "Everything within the tenant."),
              new RoleView(Role.AGENT, "The agent's own desk, nothing else.")),
          null);

  private final Users users;
  private final Sessions sessions;

  public UserRoutes(Users users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  @Override
  public Set<String> resources() {
    return Set.of("users", "roles");
  }

  @Override
  public Route routes(Principal who) {
    return concat(
        pathPrefix("users", () -> concat(Paths.end(() -> all(who)), one(who))),
        pathPrefix(
            "roles",
            () ->
                Paths.end(() -> get(() -> Replies.ok(CompletableFuture.completedFuture(ROLES))))));
  }

  private Route all(Principal who) {
    return concat(
        get(() -> Paging.pageOf(page -> users.list(who.tenant(), page))),
        post(
            () ->
                Bodies.json(
                    NewUser.class, user -> Replies.created(users.create(who.tenant(), user)))));
  }

  private Route one(Principal who) {
    return Paths.id(
        Function.identity(),
        name ->
            concat(
                get(() -> Replies.found("user", name, users.find(who.tenant(), name))),
                patch(() -> Bodies.json(UserChange.class, change -> change(who, name, change))),
                delete(
                    () ->
                        Replies.noContent(
                            users
                                .delete(who.tenant(), name)
                                .thenRun(() -> sessions.forgetUser(name))))));
  }

  private Route change(Principal who, String name, UserChange change) {
    return Replies.ok(
        users
            .change(who.tenant(), name, change)
            .thenApply(
                user -> {
                  sessions.forgetUser(name);
                  return user;
                }));
  }
}
