package io.beckon.http.list;

import static akka.http.javadsl.server.Directives.complete;
import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterOptional;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;

import akka.http.javadsl.server.Route;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.InvalidRequestException;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportReport;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.KeptFiles;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /imports}: how loads go on, what they refused, and cancelling them. */
public final class ImportRoutes implements FeatureRoutes {
  private static final List<String> COLUMNS = List.of("row", "line", "column", "code", "reason");

  private final Imports imports;
  private final ImportDesk desk;
  private final KeptFiles kept;

  public ImportRoutes(Imports imports, ImportDesk desk, KeptFiles kept) {
    this.imports = imports;
    this.desk = desk;
    this.kept = kept;
  }

  @Override
  public Set<String> resources() {
    return Set.of("imports");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "imports",
        () ->
            concat(
                Paths.end(() -> get(() -> page(tenant))),
                Paths.idPrefix(ImportId::parse, id -> one(tenant, id))));
  }

  private Route one(TenantId tenant, ImportId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Replies.found("import", id, imports.find(tenant, id))),
                    delete(() -> Replies.ok(cancel(tenant, id))))),
        path("rejects", () -> get(() -> report(tenant, id, ImportReport.REJECTS))),
        path("warnings", () -> get(() -> report(tenant, id, ImportReport.WARNINGS))),
        path("duplicates", () -> get(() -> report(tenant, id, ImportReport.DUPLICATES))),
        path("filtered", () -> get(() -> report(tenant, id, ImportReport.FILTERED))));
  }

  private Route page(TenantId tenant) {
    return parameterOptional(
        "listId",
        list ->
            parameterOptional(
                "kind",
                kind ->
                    Paging.pageOf(page -> imports.page(tenant, kind(kind), number(list), page))));
  }

  private static @Nullable Long number(Optional<String> listId) {
    try {
      return listId.map(Long::valueOf).orElse(null);
    } catch (NumberFormatException e) {
      throw InvalidRequestException.field(
          "listId", "INVALID_VALUE", "listId must be the id of a list, was " + listId.get() + ".");
    }
  }

  static @Nullable ImportKind kind(Optional<String> text) {
    return text.map(
            t ->
                Arrays.stream(ImportKind.values())
                    .filter(k -> k.name().equals(t.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            InvalidRequestException.field(
                                "kind",
                                "INVALID_VALUE",
                                "kind must be CONTACTS or SUPPRESSION, was " + t + ".")))
        .orElse(null);
  }

  private CompletionStage<ImportView> cancel(TenantId tenant, ImportId id) {
    return imports
        .find(tenant, id)
        .thenApply(found -> Replies.orNotFound("import", id, found))
        .thenCompose(
            view ->
                desk.cancel(new ListRef(tenant, view.kind(), Long.parseLong(view.listId())), id));
  }

  private Route report(TenantId tenant, ImportId id, ImportReport report) {
    return onSuccess(
        imports
            .find(tenant, id)
            .thenApply(found -> Replies.orNotFound("import", id, found))
            .thenCompose(found -> kept.reportsGone(id)),
        gone -> {
          if (gone) {
            throw new RefusedException(reportsGone(id));
          }
          return complete(
              CsvText.download(
                  "import-" + id + "-" + report.name().toLowerCase(Locale.ROOT) + ".csv",
                  COLUMNS,
                  imports.issues(id, report).map(ImportRoutes::fields)));
        });
  }

  private static Refusal reportsGone(ImportId id) {
    return new Refusal(
        "REPORTS_GONE",
        410,
        "The reports of import " + id + " are not kept any longer.",
        "Its counts stay in GET /imports/"
            + id
            + "; reports go after BECKON_KEEP_FILES, with their list, and when somebody is erased.",
        List.of());
  }

  private static List<@Nullable String> fields(RowIssue issue) {
    return Arrays.asList(
        Long.toString(issue.row()),
        Long.toString(issue.line()),
        issue.column(),
        issue.code().name(),
        issue.reason());
  }
}
