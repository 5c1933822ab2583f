package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequest;
import static akka.http.javadsl.server.Directives.failWith;
import static akka.http.javadsl.server.Directives.mapRequest;
import static akka.http.javadsl.server.Directives.mapRouteResultWith;
import static akka.http.javadsl.server.Directives.onSuccess;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Complete;
import akka.http.javadsl.server.Route;
import akka.http.javadsl.server.RouteResult;
import akka.http.javadsl.server.RouteResults;
import akka.stream.Materializer;
import io.beckon.http.Api;
import io.beckon.http.Around;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.tenant.IdempotentReplies;
import io.beckon.protocol.tenant.IdempotentReplies.Claim;
import io.beckon.protocol.tenant.IdempotentReplies.Reply;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A POST with an {@code Idempotency-Key} takes effect once: its repeats get the first answer. One
 * that failed on our side (5xx) is carried out again.
 */
public final class Idempotency implements Around {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final long READ_TIMEOUT_MILLIS = 10_000;

  private final IdempotentReplies replies;

  public Idempotency(IdempotentReplies replies) {
    this.replies = replies;
  }

  @Override
  public Route around(FeatureRoutes feature, Principal who, Supplier<Route> inner) {
    return extractRequest(
        request -> {
          var key = request.getHeader(HEADER).map(h -> h.value());
          if (key.isEmpty() || !request.method().equals(HttpMethods.POST)) {
            return inner.get();
          }
          if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
            return refuse(
                Refusal.invalid(
                    "INVALID_HEADER",
                    "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.",
                    "Send a random one, such as a UUID."));
          }
          return UploadOnce.of(request)
              .map(upload -> upload.route(who.tenant(), key.get(), replies, inner))
              .orElseGet(() -> whole(request, who.tenant(), key.get(), inner));
        });
  }

  /** However the body arrives, in one piece or many: it is a part of what must be repeated. */
  private Route whole(HttpRequest request, TenantId tenant, String key, Supplier<Route> inner) {
    return extractMaterializer(
        materializer ->
            onSuccess(
                request
                    .entity()
                    .withSizeLimit(Bodies.MAX_BYTES)
                    .toStrict(READ_TIMEOUT_MILLIS, materializer),
                body -> {
                  var strict = request.withEntity(body);
                  return mapRequest(r -> strict, () -> claimed(strict, tenant, key, inner));
                }));
  }

  private Route claimed(HttpRequest request, TenantId tenant, String key, Supplier<Route> inner) {
    var digest = digest(request);
    if (request.entity() instanceof HttpEntity.Strict body) {
      digest.update(body.getData().toArray());
    }
    return onSuccess(
        replies.claim(tenant, key, HexFormat.of().formatHex(digest.digest())),
        claim -> claim instanceof Claim.Taken ? first(tenant, key, inner) : again(claim));
  }

  /** What is answered to whoever did not get the key. */
  static Route again(Claim claim) {
    return claim instanceof Claim.Answered answered
        ? complete(response(answered.reply()))
        : failWith(refusal(claim));
  }

  static RefusedException refusal(Claim claim) {
    return new RefusedException(
        claim instanceof Claim.OtherRequest
            ? Refusal.invalid(
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key was sent with another request.",
                "Send a new key with a new request.")
            : Refusal.conflict(
                "REQUEST_RUNNING",
                "The first request with this Idempotency-Key has not been answered yet.",
                "Repeat it in a moment."));
  }

  private Route first(TenantId tenant, String key, Supplier<Route> inner) {
    return extractMaterializer(
        materializer ->
            mapRouteResultWith(
                result -> kept(replies, new Slot(tenant, key), result, materializer),
                () -> Api.answered(inner)));
  }

  /** Where an answer is kept. */
  record Slot(TenantId tenant, String key) {}

  static CompletionStage<RouteResult> kept(
      IdempotentReplies replies, Slot slot, RouteResult result, Materializer materializer) {
    if (!(result instanceof Complete complete)
        || complete.getResponse().status().intValue() >= 500) {
      return replies.release(slot.tenant(), slot.key()).thenApply(done -> result);
    }
    var response = complete.getResponse();
    return response
        .entity()
        .toStrict(READ_TIMEOUT_MILLIS, materializer)
        .thenCompose(body -> keep(replies, slot, response, body));
  }

  private static CompletionStage<RouteResult> keep(
      IdempotentReplies replies, Slot slot, HttpResponse response, HttpEntity.Strict body) {
    var reply =
        new Reply(
            response.status().intValue(),
            body.getContentType().toString(),
            body.getData().utf8String());
    return replies
        .keep(slot.tenant(), slot.key(), reply)
        .thenApply(done -> RouteResults.complete(response.withEntity(body)));
  }

  static HttpResponse response(Reply reply) {
    var type = ContentTypes.parse(reply.contentType());
    return HttpResponse.create()
        .withStatus(StatusCodes.get(reply.status()))
        .withEntity(HttpEntities.create(type, reply.body().getBytes(StandardCharsets.UTF_8)));
  }

  private static Route refuse(Refusal refusal) {
    return failWith(new RefusedException(refusal));
  }

  /** Of method and path; without the host, as a repeat may go to another node. */
  static MessageDigest digest(HttpRequest request) {
    try {
      var uri = request.getUri();
      var what =
          request.method().value() + " " + uri.path() + "?" + uri.rawQueryString().orElse("");
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(what.getBytes(StandardCharsets.UTF_8));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
