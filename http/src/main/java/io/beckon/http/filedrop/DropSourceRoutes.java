package io.beckon.http.filedrop;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.patch;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;

import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Json;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.http.Revisions;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.filedrop.DropLooks;
import io.beckon.protocol.filedrop.DropRoots;
import io.beckon.protocol.filedrop.DropSettings;
import io.beckon.protocol.filedrop.DropSourceView;
import io.beckon.protocol.filedrop.DropSources;
import io.beckon.protocol.filedrop.TakenFiles;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * {@code /drop-sources}: the places that are watched; {@code …/{id}/look}, which looks now and
 * takes nothing, {@code …/{id}/take}, which takes what lies there now, whatever the schedule,
 * {@code …/{id}/runs}, what came of it, and {@code …/{id}/retake}, after which all that lies there
 * is taken once more. The built-in folders are {@code contacts} and {@code suppression}.
 */
public final class DropSourceRoutes implements FeatureRoutes {
  private static final String WHAT = "drop source";

  private final DropSources sources;
  private final TakenFiles taken;
  private final DropLooks looks;
  private final DropRoots roots;

  public DropSourceRoutes(DropSources sources, TakenFiles taken, DropLooks looks, DropRoots roots) {
    this.roots = roots;
    this.sources = sources;
    this.taken = taken;
    this.looks = looks;
  }

  @Override
  public Set<String> resources() {
    return Set.of("drop-sources");
  }

  @Override
  public Route routes(Principal who) {
    var tenant = who.tenant();
    return pathPrefix(
        "drop-sources",
        () ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(() -> Paging.pageOf(page -> sources.page(tenant, page))),
                            post(() -> create(tenant)))),
                Paths.idPrefix(id -> id, id -> one(tenant, id))));
  }

  private Route create(TenantId tenant) {
    return Bodies.json(
        DropSettings.class,
        settings -> reply(StatusCodes.CREATED, sources.create(tenant, allowed(tenant, settings))));
  }

  private Route shown(TenantId tenant, String id) {
    return reply(
        StatusCodes.OK,
        sources.find(tenant, id).thenApply(found -> Replies.orNotFound(WHAT, id, found)));
  }

  private static Route reply(StatusCode status, CompletionStage<DropSourceView> source) {
    return Revisions.reply(status, source, DropSourceView::revision);
  }

  private Route one(TenantId tenant, String id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> shown(tenant, id)),
                    patch(() -> Revisions.ifMatch(seen -> change(tenant, id, seen))),
                    delete(
                        () ->
                            Revisions.ifMatch(
                                seen -> Replies.noContent(sources.delete(tenant, id, seen)))))),
        path("look", () -> post(() -> look(tenant, id))),
        path("take", () -> post(() -> Replies.accepted(sources.ask(tenant, id)))),
        path("runs", () -> get(() -> Paging.pageOf(page -> sources.runs(tenant, id, page)))),
        path("retake", () -> post(() -> retake(tenant, id))));
  }

  private Route retake(TenantId tenant, String id) {
    return onSuccess(
        sources.find(tenant, id),
        found -> {
          Replies.orNotFound(WHAT, id, found);
          return Replies.noContent(taken.forget(tenant, id));
        });
  }

  private Route look(TenantId tenant, String id) {
    return onSuccess(
        sources.whole(tenant, id),
        found -> Replies.ok(looks.look(Replies.orNotFound(WHAT, id, found))));
  }

  /** Laid over the settings with their secrets: what the patch leaves out stays. */
  private Route change(TenantId tenant, String id, OptionalLong seen) {
    return onSuccess(
        sources.whole(tenant, id),
        found ->
            Bodies.json(
                ObjectNode.class,
                patch -> {
                  var now = Replies.orNotFound(WHAT, id, found).settings();
                  return reply(
                      StatusCodes.OK,
                      sources.change(tenant, id, allowed(tenant, changed(now, patch)), seen));
                }));
  }

  private DropSettings allowed(TenantId tenant, DropSettings settings) {
    roots.check(tenant, settings);
    return settings;
  }

  /** Secrets that were given for one server are never shown to another. */
  private static DropSettings changed(DropSettings now, ObjectNode patch) {
    var changed = Json.patched(now, patch, DropSettings.class);
    boolean hasSecrets = now.credentials() != null || now.privateKey() != null;
    if (hasSecrets && !now.server().equals(changed.server())) {
      if (!patch.has("credentials") && !patch.hasNonNull("privateKey")) {
        throw new InvalidField(
            "credentials",
            "must be given again, or set to null: the password or key was meant for "
                + now.server()
                + ", not for "
                + changed.server());
      }
      return Json.patched(now.withSecrets(null, null, null), patch, DropSettings.class);
    }
    return changed;
  }
}
