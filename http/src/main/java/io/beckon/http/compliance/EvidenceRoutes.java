package io.beckon.http.compliance;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import io.beckon.http.Bodies;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.compliance.Evidence;
import io.beckon.protocol.tenant.TenantId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** {@code /compliance/evidence}: days of decisions, verified and exported. */
public final class EvidenceRoutes {
  private final Evidence evidence;

  public EvidenceRoutes(Evidence evidence) {
    this.evidence = evidence;
  }

  record Keys(List<Evidence.PublicKey> items) {}

  Route routes(TenantId tenant) {
    return concat(
        Paths.end(() -> get(() -> Paging.pageOf(page -> evidence.roots(tenant, page)))),
        path("keys", () -> get(() -> Replies.ok(evidence.keys().thenApply(Keys::new)))),
        Paths.idPrefix(EvidenceRoutes::day, day -> day(tenant, day)));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a day is such as 2026-11-29, was " + text, e);
    }
  }

  private Route day(TenantId tenant, LocalDate day) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Replies.ok(evidence.verify(tenant, day, null))),
                    post(
                        () ->
                            Bodies.json(
                                Evidence.Signed.class,
                                kept -> Replies.ok(evidence.verify(tenant, day, kept)))))),
        path("export", () -> get(() -> export(tenant, day))));
  }

  private Route export(TenantId tenant, LocalDate day) {
    return complete(
        HttpResponse.create()
            .addHeader(
                RawHeader.create(
                    "Content-Disposition",
                    "attachment; filename=\"evidence-" + tenant.value() + "-" + day + ".txt\""))
            .withEntity(
                HttpEntities.createChunked(
                    ContentTypes.TEXT_PLAIN_UTF8, evidence.export(tenant, day))));
  }
}
