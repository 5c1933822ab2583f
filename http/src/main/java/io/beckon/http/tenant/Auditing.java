package io.beckon.http.tenant;

import static akka.http.javadsl.server.Directives.extractRequest;
import static akka.http.javadsl.server.Directives.mapResponse;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.server.Route;
import io.beckon.http.Around;
import io.beckon.http.FeatureRoutes;
import io.beckon.protocol.tenant.AuditLog;
import io.beckon.protocol.tenant.Principal;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every change that was accepted to the audit log: who, what, where, how it was answered.
 */
public final class Auditing implements Around {
  private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);

  private final AuditLog audit;

  public Auditing(AuditLog audit) {
    this.audit = audit;
  }

  @Override
  public Route around(FeatureRoutes feature, Principal who, Supplier<Route> inner) {
    return extractRequest(
        request ->
            request.method().isSafe() || !feature.audited()
                ? inner.get()
                : mapResponse(response -> noted(who, request, response), inner));
  }

  private HttpResponse noted(Principal who, HttpRequest request, HttpResponse response) {
    if (response.status().isSuccess()) {
      var entry =
          new AuditLog.Entry(
              request.method().value(),
              request.getUri().path(),
              Map.of("status", Integer.toString(response.status().intValue())));
      var unused =
          audit
              .record(who, entry)
              .exceptionally(
                  failure -> {
                    LOG.warn(
                        "audit entry lost tenant={} actor={} action={} object={}",
                        who.tenant(),
                        who.name(),
                        entry.action(),
                        entry.object(),
                        failure);
                    return null;
                  });
    }
    return response;
  }
}
