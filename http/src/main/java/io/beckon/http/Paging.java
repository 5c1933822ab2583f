package io.beckon.http;

import static akka.http.javadsl.server.Directives.parameterOptional;

import akka.http.javadsl.server.Route;
import akka.http.javadsl.unmarshalling.StringUnmarshallers;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code ?limit=&cursor=} in, {@code {"items":[…],"next":…}} out. */
public final class Paging {
  private Paging() {}

  /** Reads the wanted page; 422 for a limit outside 1 to 1000 or a cursor that is none. */
  public static Route page(Function<PageRequest, Route> inner) {
    return parameterOptional(
        StringUnmarshallers.INTEGER,
        "limit",
        limit ->
            parameterOptional(
                "cursor", cursor -> inner.apply(request(limit, cursor.filter(c -> !c.isEmpty())))));
  }

  /** Reads the wanted page and answers it. */
  public static <T> Route pageOf(Function<PageRequest, CompletionStage<Page<T>>> read) {
    return page(request -> reply(read.apply(request)));
  }

  /** Answers a page, its cursor made opaque. */
  public static <T> Route reply(CompletionStage<Page<T>> page) {
    return Replies.ok(page.thenApply(p -> new Page<>(p.items(), encoded(p.next()))));
  }

  private static PageRequest request(Optional<Integer> limit, Optional<String> cursor) {
    var wanted = limit.orElse(PageRequest.USUAL_LIMIT);
    if (wanted < 1 || wanted > PageRequest.MAX_LIMIT) {
      throw InvalidRequestException.field(
          "limit", "INVALID_VALUE", "limit must be 1 to 1000, was " + wanted + ".");
    }
    return new PageRequest(wanted, cursor.map(Paging::decoded).orElse(null));
  }

  private static @Nullable String encoded(@Nullable String next) {
    return next == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.field(
          "cursor", "INVALID_VALUE", "cursor must be the `next` of the page before.");
    }
  }
}
