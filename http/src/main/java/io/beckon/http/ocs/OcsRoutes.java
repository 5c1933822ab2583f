package io.beckon.http.ocs;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Json;
import io.beckon.http.Replies;
import io.beckon.protocol.compliance.Denial;
import io.beckon.protocol.tenant.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /ocs}: what an external Outbound Contact Server asks. To a well-formed request the answer
 * is 200 (dial) or 409 (do not), and nothing else.
 */
public final class OcsRoutes implements FeatureRoutes {
  private final PreDialDesk desk;

  public OcsRoutes(PreDialDesk desk) {
    this.desk = desk;
  }

  @Override
  public Set<String> resources() {
    return Set.of("ocs");
  }

  /** Thousands of questions a second are no changes anybody has to account for. */
  @Override
  public boolean audited() {
    return false;
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "ocs",
        () ->
            path(
                "pre-dial-validation",
                () ->
                    post(
                        () ->
                            Bodies.lenient(
                                ObjectNode.class,
                                record ->
                                    onSuccess(
                                        desk.validate(who, record),
                                        denial -> complete(answer(denial)))))));
  }

  /** 200 without a body changes nothing in the record. */
  private static HttpResponse answer(Optional<Denial> denial) {
    if (denial.isEmpty()) {
      return HttpResponse.create().withStatus(StatusCodes.OK);
    }
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("GSW_CALL_RESULT", denial.get().callResult().code());
    body.put("GSW_BLOCKING_RULE", denial.get().rule().id());
    body.put("GSW_BLOCKING_RULE_TYPE", denial.get().rule().type().name());
    return Replies.json(StatusCodes.CONFLICT, body);
  }
}
