package io.beckon.http.registry;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.delete;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequestEntity;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.onSuccess;
import static akka.http.javadsl.server.Directives.parameterMap;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.Directives.withSizeLimit;
import static akka.http.javadsl.server.Directives.withoutRequestTimeout;

import akka.http.javadsl.server.Route;
import akka.stream.javadsl.FileIO;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.registry.Registries;
import io.beckon.protocol.registry.Registries.NewLoad;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistrySettings;
import io.beckon.protocol.registry.RegistryVersion;
import io.beckon.protocol.registry.RegistryView;
import io.beckon.protocol.tenant.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code /registries}: national do-not-call files. */
public final class RegistryRoutes implements FeatureRoutes {
  private static final String WHAT = "registry";

  private final Registries registries;
  private final Path folder;

  /**
   * @param folder where files are put as they come
   */
  public RegistryRoutes(Registries registries, Path folder) {
    this.registries = registries;
    this.folder = folder;
  }

  @Override
  public Set<String> resources() {
    return Set.of("registries");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix(
        "registries",
        () ->
            concat(
                Paths.end(() -> all(who)), Paths.idPrefix(RegistryId::parse, id -> one(who, id))));
  }

  private Route all(Principal who) {
    return concat(
        get(() -> Paging.pageOf(page -> registries.page(who.tenant(), page))),
        post(
            () ->
                Bodies.json(
                    RegistrySettings.class,
                    settings -> Replies.created(registries.create(who, settings)))));
  }

  private Route one(Principal who, RegistryId id) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Replies.ok(found(who, id))),
                    delete(() -> Replies.noContent(registries.delete(who, id))))),
        pathPrefix("loads", () -> loads(who, id)));
  }

  private CompletionStage<RegistryView> found(Principal who, RegistryId id) {
    return registries.find(who.tenant(), id).thenApply(r -> Replies.orNotFound(WHAT, id, r));
  }

  private Route loads(Principal who, RegistryId id) {
    return onSuccess(
        found(who, id),
        registry ->
            concat(
                Paths.end(
                    () ->
                        concat(
                            get(
                                () ->
                                    Paging.pageOf(
                                        page -> registries.versions(who.tenant(), id, page))),
                            post(() -> parameterMap(query -> load(who, id, query))))),
                Paths.id(
                    Integer::parseInt,
                    version ->
                        get(
                            () ->
                                Replies.found(
                                    "version of registry " + id,
                                    version,
                                    registries.version(who.tenant(), id, version))))));
  }

  /** The body is the file, whatever its content type. */
  private Route load(Principal who, RegistryId id, Map<String, String> query) {
    var wanted = new LoadQuery(query);
    return withoutRequestTimeout(
        () ->
            withSizeLimit(
                NewLoad.LARGEST,
                () ->
                    extractMaterializer(
                        materializer ->
                            extractRequestEntity(
                                entity -> {
                                  Path file = temporary();
                                  return Replies.accepted(
                                      entity
                                          .getDataBytes()
                                          .runWith(FileIO.toPath(file), materializer)
                                          .whenComplete((read, failure) -> ended(failure, file))
                                          .thenCompose(read -> begin(who, id, wanted, file)));
                                }))));
  }

  private CompletionStage<RegistryVersion> begin(
      Principal who, RegistryId id, LoadQuery wanted, Path file) {
    return registries.load(who, id, wanted.of(file));
  }

  private Path temporary() {
    try {
      return Files.createTempFile(folder, "upload", ".part");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ended(@Nullable Throwable failure, Path file) {
    if (failure == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
