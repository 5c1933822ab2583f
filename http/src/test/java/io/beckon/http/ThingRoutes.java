package io.beckon.http;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.server.Route;
import akka.pattern.AskTimeoutException;
import io.beckon.protocol.Page;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A feature that does everything the base offers, and fails in every way. */
final class ThingRoutes implements FeatureRoutes {
  record Thing(
      String name, @Nullable Duration every, @Nullable LocalTime till, Set<Role> roles, int size) {
    Thing {
      if (size < 0) {
        throw new IllegalArgumentException("size must not be negative, was " + size);
      }
    }
  }

  @Override
  public Set<String> resources() {
    return Set.of("things");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "things",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(
                                () ->
                                    Paging.pageOf(
                                        p ->
                                            CompletableFuture.completedFuture(
                                                new Page<>(
                                                    List.of("" + p.after()), "k" + p.limit())))),
                            post(
                                () ->
                                    Bodies.json(
                                        Thing.class,
                                        t ->
                                            Replies.created(
                                                CompletableFuture.completedFuture(t)))))),
                Paths.id(GroupId::parse, id -> get(() -> failing(id)))));
  }

  private Route failing(GroupId id) {
    return Replies.ok(
        CompletableFuture.supplyAsync(
            () -> {
              throw switch ((int) id.value()) {
                case 1 ->
                    new RefusedException(
                        new Refusal("ILLEGAL_STATE", 409, "No.", "Wait.", List.of("STOP")));
                case 2 -> new CompletionException(new AskTimeoutException("late"));
                case 3 -> new RuntimeException(new SQLTransientConnectionException("away"));
                default -> new IllegalStateException("a secret of ours");
              };
            }));
  }
}
