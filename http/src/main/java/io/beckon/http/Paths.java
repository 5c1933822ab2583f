package io.beckon.http;

import static akka.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.reject;
import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.server.Route;
import java.util.function.Function;
import java.util.function.Supplier;

/** Path segments that are typed ids; a text that is no such id is 404, like an id nobody has. */
public final class Paths {
  private Paths() {}

  /**
   * The next segment read by {@code parse}, which throws {@link IllegalArgumentException} for what
   * is no id; more path may follow.
   */
  public static <I> Route idPrefix(Function<String, I> parse, Function<I, Route> inner) {
    return pathPrefix(
        segment(),
        text -> {
          I id;
          try {
            id = parse.apply(text);
          } catch (IllegalArgumentException e) {
            return reject();
          }
          return inner.apply(id);
        });
  }

  /** Like {@link #idPrefix}, at the end of the path. */
  public static <I> Route id(Function<String, I> parse, Function<I, Route> inner) {
    return idPrefix(parse, id -> pathEndOrSingleSlash(() -> inner.apply(id)));
  }

  /** The end of the path: {@code /things}, also written {@code /things/}. */
  public static Route end(Supplier<Route> inner) {
    return pathEndOrSingleSlash(inner);
  }
}
