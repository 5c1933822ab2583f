package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.tenant.ApiKeys;
import io.beckon.protocol.tenant.Principal;
import java.util.Set;
import java.util.UUID;

/** Keys of programs; a new key is shown once. */
public final class ApiKeyRoutes implements FeatureRoutes {
  private final ApiKeys keys;
  private final Sessions sessions;

  public ApiKeyRoutes(ApiKeys keys, Sessions sessions) {
    this.keys = keys;
    this.sessions = sessions;
  }

  @Override
  public Set<String> resources() {
    return Set.of("api-keys");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "api-keys",
        () ->
            concat(
                Paths.end(() -> all(who)),
                Paths.id(
                    UUID::fromString,
                    id ->
                        delete(
                            () ->
                                Replies.noContent(
                                    keys.delete(who.tenant(), id)
                                        .thenRun(sessions::forgetKeys))))));
  }

  private Route all(Principal who) {
    return concat(
        get(() -> Paging.pageOf(page -> keys.list(who.tenant(), page))),
        post(
            () ->
                Bodies.json(
                    ApiKeys.KeyRequest.class,
                    request -> Replies.created(keys.create(who.tenant(), request)))));
  }
}
