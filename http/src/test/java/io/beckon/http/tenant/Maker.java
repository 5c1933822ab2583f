package io.beckon.http.tenant;

import akka.http.javadsl.model.Multipart;
import akka.http.javadsl.server.Directives;
import akka.http.javadsl.server.PathMatchers;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.unmarshalling.Unmarshaller;
import akka.stream.Materializer;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Replies;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes a thing for every request that gets through; is away while told so. */
final class Maker implements FeatureRoutes {
  record Thing(String name) {}

  record Made(int number, String name) {}

  final List<Thing> made = new ArrayList<>();
  boolean away;

  @Override
  public Set<String> resources() {
    return Set.of("things");
  }

  @Override
  public Route routes(Principal who) {
    return Directives.concat(
        Directives.path(
            "things", () -> Bodies.json(Thing.class, thing -> Replies.created(make(thing)))),
        Directives.path(
            PathMatchers.segment("things").slash("forms"),
            () ->
                Directives.entity(
                    Unmarshaller.entityToMultipartFormData(),
                    form ->
                        Directives.extractMaterializer(
                            materializer -> Replies.created(make(form, materializer))))));
  }

  private CompletionStage<Made> make(Multipart.FormData form, Materializer materializer) {
    return form.toStrict(10_000, materializer)
        .thenCompose(
            strict -> {
              var parts = strict.getStrictParts().iterator();
              if (!parts.hasNext()) {
                throw InvalidRequestException.field("name", "REQUIRED", "A name, please.");
              }
              return make(new Thing(parts.next().getEntity().getData().utf8String()));
            });
  }

  private CompletionStage<Made> make(Thing thing) {
    if (away) {
      return CompletableFuture.failedFuture(
          new RefusedException(Refusal.unavailable("AWAY", "It is away.", "Try again.")));
    }
    made.add(thing);
    return CompletableFuture.completedFuture(new Made(made.size(), thing.name()));
  }
}
