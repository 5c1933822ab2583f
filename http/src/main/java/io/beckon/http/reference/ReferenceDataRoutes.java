package io.beckon.http.reference;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.extractMaterializer;
import static akka.http.javadsl.server.Directives.extractRequestEntity;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.parameterMap;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.post;
import static akka.http.javadsl.server.Directives.put;
import static akka.http.javadsl.server.Directives.withSizeLimit;
import static akka.http.javadsl.server.Directives.withoutRequestTimeout;

import akka.http.javadsl.server.Route;
import akka.stream.javadsl.FileIO;
import io.beckon.http.Access;
import io.beckon.http.Bodies;
import io.beckon.http.FeatureRoutes;
import io.beckon.http.Paging;
import io.beckon.http.Paths;
import io.beckon.http.Replies;
import io.beckon.protocol.reference.DataId;
import io.beckon.protocol.reference.ReferenceSource;
import io.beckon.protocol.reference.ReferenceSources;
import io.beckon.protocol.reference.ReferenceVersion;
import io.beckon.protocol.reference.ReferenceVersions;
import io.beckon.protocol.tenant.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code /reference-data}: the operator's alone, as it is the same for all tenants. */
public final class ReferenceDataRoutes implements FeatureRoutes {
  private static final String WHAT = "version of the reference data";

  private final ReferenceVersions versions;
  private final ReferenceSources sources;

  public ReferenceDataRoutes(ReferenceVersions versions, ReferenceSources sources) {
    this.versions = versions;
    this.sources = sources;
  }

  @Override
  public Set<String> resources() {
    return Set.of("reference-data");
  }

  @Override
  public Route routes(Principal who) {
    return pathPrefix("reference-data", () -> Access.operator(who, () -> all(who)));
  }

  private Route all(Principal who) {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Paging.pageOf(versions::page)),
                    post(() -> parameterMap(query -> upload(who, query))))),
        pathPrefix("source", this::source),
        Paths.idPrefix(
            DataId::parse,
            id ->
                concat(
                    Paths.end(() -> get(() -> Replies.found(WHAT, id, versions.find(id)))),
                    path(
                        "activate",
                        () -> post(() -> Replies.ok(versions.activate(id, who.name())))))));
  }

  private Route source() {
    return concat(
        Paths.end(
            () ->
                concat(
                    get(() -> Replies.ok(sources.standing())),
                    put(
                        () ->
                            Bodies.json(
                                ReferenceSource.class,
                                source -> Replies.ok(sources.change(source)))))),
        path("look", () -> post(() -> Replies.accepted(sources.look()))));
  }

  /** The body is the file, whatever its content type. */
  private Route upload(Principal who, Map<String, String> query) {
    return withoutRequestTimeout(
        () ->
            withSizeLimit(
                ReferenceVersions.LARGEST,
                () ->
                    extractMaterializer(
                        materializer ->
                            extractRequestEntity(
                                entity -> {
                                  Path file = temporary();
                                  return Replies.created(
                                      entity
                                          .getDataBytes()
                                          .runWith(FileIO.toPath(file), materializer)
                                          .thenCompose(read -> taken(who, query, file))
                                          .whenComplete((done, failure) -> remove(file)));
                                }))));
  }

  private CompletionStage<ReferenceVersion> taken(
      Principal who, Map<String, String> query, Path file) {
    var name = query.getOrDefault("name", "upload");
    boolean keepOnly = "false".equalsIgnoreCase(query.get("activate"));
    return versions
        .add(
            new ReferenceVersions.NewFile(
                file,
                ReferenceVersion.Source.FILE,
                name,
                who.name(),
                "true".equalsIgnoreCase(query.get("force"))))
        .thenCompose(
            version ->
                keepOnly
                    ? java.util.concurrent.CompletableFuture.completedFuture(version)
                    : versions.activate(version.id(), who.name()));
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("reference-data", ".csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
