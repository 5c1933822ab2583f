package io.beckon.http;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.onSuccess;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers with what a future holds; a failed one goes to {@link Problems}. */
public final class Replies {
  private Replies() {}

  /** 200 with the value as JSON. */
  public static <T> Route ok(CompletionStage<T> reply) {
    return reply(StatusCodes.OK, reply);
  }

  /** 201 with the new object. */
  public static <T> Route created(CompletionStage<T> reply) {
    return reply(StatusCodes.CREATED, reply);
  }

  /** 202: something begins. */
  public static <T> Route accepted(CompletionStage<T> reply) {
    return reply(StatusCodes.ACCEPTED, reply);
  }

  public static <T> Route reply(StatusCode status, CompletionStage<T> reply) {
    return onSuccess(reply, value -> complete(json(status, value)));
  }

  /** The status is taken from the value: 202 when something begins, 200 when nothing is to do. */
  public static <T> Route reply(Function<T, StatusCode> status, CompletionStage<T> reply) {
    return onSuccess(reply, value -> complete(json(status.apply(value), value)));
  }

  /** 204 when done. */
  public static Route noContent(CompletionStage<?> done) {
    return onSuccess(done, any -> complete(StatusCodes.NO_CONTENT));
  }

  /** 200 with what was found, else 404 that names {@code what} and {@code id}. */
  public static <T> Route found(String what, Object id, CompletionStage<Optional<T>> reply) {
    return ok(reply.thenApply(v -> orNotFound(what, id, v)));
  }

  /** What was found, else the refusal that it is not here. */
  public static <T> T orNotFound(String what, Object id, Optional<T> found) {
    return found.orElseThrow(() -> new RefusedException(Refusal.notFound(what, id)));
  }

  public static HttpResponse json(StatusCode status, Object value) {
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, Json.write(value)));
  }
}
