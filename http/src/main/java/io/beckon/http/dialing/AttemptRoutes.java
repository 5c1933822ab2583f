package io.beckon.http.dialing;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.parameterMap;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.server.Route;
import io.beckon.http.Access;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Replies;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.compliance.Erasures;
import io.beckon.protocol.dialing.AttemptQueries;
import io.beckon.protocol.dialing.AttemptQueries.Filter;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /attempts} and {@code /contacts}: what was done, and who the people are. */
public final class AttemptRoutes implements FeatureRoutes {
  private final AttemptQueries queries;
  private final Erasures erasures;

  public AttemptRoutes(AttemptQueries queries, Erasures erasures) {
    this.queries = queries;
    this.erasures = erasures;
  }

  @Override
  public Set<String> resources() {
    return Set.of("attempts", "contacts");
  }

  @Override
  public Route routes(Principal who) {
    return concat(
        read(who),
        path(
            segment("contacts").slash("erase"),
            () ->
                post(
                    () ->
                        Access.anyOf(
                            Set.of(Role.ADMIN),
                            who,
                            () ->
                                Bodies.json(
                                    Erasures.Wish.class,
                                    wish -> Replies.ok(erasures.erase(who, wish)))))));
  }

  private Route read(Principal who) {
    return get(
        () ->
            parameterMap(
                parameters ->
                    concat(
                        path(
                            "attempts",
                            () ->
                                Paging.pageOf(
                                    p -> queries.attempts(who.tenant(), filter(parameters), p))),
                        path(
                            "contacts",
                            () ->
                                Paging.pageOf(
                                    p -> queries.contacts(who.tenant(), filter(parameters), p))))));
  }

  private static Filter filter(Map<String, String> parameters) {
    return new Filter(
        parameters.get("clientId"),
        device(parameters.get("device")),
        read(parameters, "groupId", GroupId::parse),
        read(parameters, "contactId", ContactId::parse),
        read(parameters, "from", Instant::parse),
        read(parameters, "till", Instant::parse));
  }

  /** A plus sign that was not escaped arrives as a space. */
  private static @Nullable String device(@Nullable String text) {
    return text == null ? null : text.startsWith(" ") ? "+" + text.substring(1) : text;
  }

  private static <T> @Nullable T read(
      Map<String, String> parameters, String name, Function<String, T> parse) {
    String text = parameters.get(name);
    try {
      return text == null || text.isEmpty() ? null : parse.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new InvalidField(name, "cannot be read, was " + text);
    }
  }
}
