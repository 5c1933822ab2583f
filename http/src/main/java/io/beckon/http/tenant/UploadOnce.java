package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.mapRequest;
import static akka.http.javadsl.server.Directives.mapRouteResultWith;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.withoutRequestTimeout;

import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.server.RouteResult;
import akka.http.javadsl.server.RouteResults;
import akka.stream.Materializer;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.http.Api;
import io.beckon.http.tenant.Idempotency.Slot;
import io.beckon.protocol.tenant.IdempotentReplies;
import io.beckon.protocol.tenant.IdempotentReplies.Claim;
import io.beckon.protocol.tenant.TenantId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A form with an {@code Idempotency-Key}, of any size. The key is taken when the whole form has
 * come and before its end is passed on: one that is cut off leaves nothing, so its repeat never
 * waits for it, and of several that run at once the first whole one takes effect.
 */
final class UploadOnce {
  private final HttpRequest request;
  private final FormDigest digest;
  private volatile @Nullable Claim claim;

  private UploadOnce(HttpRequest request, String boundary) {
    this.request = request;
    this.digest = new FormDigest(boundary, Idempotency.digest(request));
  }

  /** Empty for what is no form; one without a boundary can be read by nobody. */
  static Optional<UploadOnce> of(HttpRequest request) {
    var type = (akka.http.scaladsl.model.MediaType) request.entity().getContentType().mediaType();
    var boundary = type.params().get("boundary");
    return type.isMultipart() && boundary.isDefined()
        ? Optional.of(new UploadOnce(request, boundary.get()))
        : Optional.empty();
  }

  Route route(TenantId tenant, String key, IdempotentReplies replies, Supplier<Route> inner) {
    var slot = new Slot(tenant, key);
    return extractMaterializer(
        materializer ->
            onSuccess(
                replies.known(tenant, key),
                known ->
                    known
                        ? compared(slot, replies, materializer)
                        : carriedOut(slot, replies, inner, materializer)));
  }

  /** Read to its end, as who sends may not read before, and not written anywhere. */
  private Route compared(Slot slot, IdempotentReplies replies, Materializer materializer) {
    return withoutRequestTimeout(
        () ->
            onSuccess(
                parts()
                    .runWith(Sink.ignore(), materializer)
                    .thenCompose(
                        done -> {
                          digest.rest();
                          return claim(slot, replies);
                        })
                    .thenCompose(claim -> givenBack(claim, slot, replies)),
                Idempotency::again));
  }

  /** The first one failed meanwhile; what was read of this one is gone. */
  private static CompletionStage<Claim> givenBack(
      Claim claim, Slot slot, IdempotentReplies replies) {
    return claim instanceof Claim.Taken
        ? replies.release(slot.tenant(), slot.key()).thenApply(done -> new Claim.Running())
        : CompletableFuture.completedFuture(claim);
  }

  private Route carriedOut(
      Slot slot, IdempotentReplies replies, Supplier<Route> inner, Materializer materializer) {
    var form =
        HttpEntities.createChunked(
            request.entity().getContentType(),
            parts()
                .concatLazy(
                    Source.lazyCompletionStage(
                        () -> {
                          var end = digest.rest();
                          return claim(slot, replies).thenApply(claim -> ifTaken(claim, end));
                        })));
    return mapRequest(
        r -> r.withEntity(form),
        () ->
            mapRouteResultWith(
                result -> answer(result, slot, replies, materializer), () -> Api.answered(inner)));
  }

  private Source<ByteString, Object> parts() {
    return request.entity().withoutSizeLimit().getDataBytes().map(digest::passed);
  }

  private CompletionStage<Claim> claim(Slot slot, IdempotentReplies replies) {
    var fingerprint = HexFormat.of().formatHex(digest.value());
    return replies
        .claim(slot.tenant(), slot.key(), fingerprint)
        .thenApply(
            found -> {
              claim = found;
              return found;
            });
  }

  private static ByteString ifTaken(Claim claim, ByteString end) {
    if (claim instanceof Claim.Taken) {
      return end;
    }
    throw Idempotency.refusal(claim);
  }

  /** Without a claim the form was refused before its end, and took no effect. */
  private CompletionStage<RouteResult> answer(
      RouteResult result, Slot slot, IdempotentReplies replies, Materializer materializer) {
    var found = claim;
    if (found instanceof Claim.Taken) {
      return Idempotency.kept(replies, slot, result, materializer);
    }
    if (found instanceof Claim.Answered answered) {
      return CompletableFuture.completedFuture(
          RouteResults.complete(Idempotency.response(answered.reply())));
    }
    return found == null
        ? CompletableFuture.completedFuture(result)
        : CompletableFuture.failedFuture(Idempotency.refusal(found));
  }
}
