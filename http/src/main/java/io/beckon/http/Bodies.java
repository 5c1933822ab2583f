package io.beckon.http;

import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequestEntity;
import static akka.http.javadsl.server.Directives.failWith;
import static akka.http.javadsl.server.Directives.onSuccess;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.server.Route;
import akka.stream.Materializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads JSON bodies, bounded in size and time. */
public final class Bodies {
  /** 1 MiB: far more than any configuration object needs. */
  public static final long MAX_BYTES = 1L << 20;

  private static final long READ_TIMEOUT_MILLIS = 10_000;

  private Bodies() {}

  /** The body as {@code type}: 400 when it is no JSON, 422 when it is another, 413 over 1 MiB. */
  public static <T> Route json(Class<T> type, Function<T, Route> inner) {
    return json(MAX_BYTES, type, inner);
  }

  public static <T> Route json(long maxBytes, Class<T> type, Function<T, Route> inner) {
    return extractRequestEntity(
        entity ->
            isJson(entity.getContentType()) || entity.isKnownEmpty()
                ? read(Json.mapper(), maxBytes, type, inner)
                : failWith(unsupported(entity.getContentType())));
  }

  /** A body whose unknown fields are passed over, of any content type; for {@code /ocs}. */
  public static <T> Route lenient(Class<T> type, Function<T, Route> inner) {
    return read(Json.lenient(), MAX_BYTES, type, inner);
  }

  /** A body that may be missing altogether: then {@code absent}. */
  public static <T> Route optionalJson(Class<T> type, T absent, Function<T, Route> inner) {
    return extractRequestEntity(
        entity -> entity.isKnownEmpty() ? inner.apply(absent) : json(type, inner));
  }

  /** {@code current} with the body laid over it as a JSON merge patch (RFC 7396). */
  public static <T> Route patch(T current, Class<T> type, Function<T, Route> inner) {
    return json(ObjectNode.class, fields -> inner.apply(Json.patched(current, fields, type)));
  }

  private static <T> Route read(
      ObjectMapper mapper, long maxBytes, Class<T> type, Function<T, Route> inner) {
    return extractMaterializer(
        materializer ->
            extractRequestEntity(
                entity ->
                    onSuccess(
                        bytes(entity.withSizeLimit(maxBytes), materializer),
                        bytes -> inner.apply(Json.read(mapper, bytes, type)))));
  }

  private static CompletionStage<byte[]> bytes(HttpEntity entity, Materializer materializer) {
    return entity
        .toStrict(READ_TIMEOUT_MILLIS, materializer)
        .thenApply(strict -> strict.getData().toArray());
  }

  private static boolean isJson(ContentType type) {
    var subType = type.mediaType().subType();
    return subType.equals("json") || subType.endsWith("+json");
  }

  private static RefusedException unsupported(ContentType type) {
    return new RefusedException(
        new Refusal(
            "UNSUPPORTED_CONTENT_TYPE",
            415,
            "A body of type " + type + " is not understood here.",
            "Send JSON with the header Content-Type: application/json.",
            List.of()));
  }
}
