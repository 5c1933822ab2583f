package io.beckon.http.page;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.encodeResponse;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.getFromResource;
import static akka.http.javadsl.server.Directives.getFromResourceDirectory;
import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.Directives.pathEnd;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.redirect;
import static akka.http.javadsl.server.Directives.respondWithHeaders;
import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.Uri;
import akka.http.javadsl.server.Route;
import io.beckon.http.OpenRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The contract ({@code openapi.yaml}) and a viewer for it that needs nothing from outside. */
public final class DocsRoutes implements OpenRoutes {
  private static final String VIEWER = viewer();

  /** {@code /api/docs}. */
  public static Route pages() {
    return pathPrefix(
        segment("api").slash(segment("docs")),
        () ->
            get(
                () ->
                    encodeResponse(
                        () ->
                            respondWithHeaders(
                                PageRoutes.SAFETY,
                                () ->
                                    concat(
                                        pathEnd(
                                            () ->
                                                redirect(
                                                    Uri.create("/api/docs/"), StatusCodes.FOUND)),
                                        path("", () -> getFromResource("docs/index.html")),
                                        path("start.js", () -> getFromResource("docs/start.js")),
                                        getFromResourceDirectory(VIEWER))))));
  }

  @Override
  public Route routes() {
    return path(
        "openapi.yaml",
        () ->
            get(
                () ->
                    encodeResponse(
                        () ->
                            getFromResource(
                                "openapi.yaml",
                                ContentTypes.create(
                                    MediaTypes.customWithFixedCharset(
                                        "application",
                                        "yaml",
                                        HttpCharsets.UTF_8,
                                        java.util.Map.of(),
                                        true))))));
  }

  private static String viewer() {
    var pom = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    try (var in = DocsRoutes.class.getResourceAsStream(pom)) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return "META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version", "none");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
