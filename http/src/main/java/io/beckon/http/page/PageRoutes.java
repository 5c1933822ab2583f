package io.beckon.http.page;

import static akka.http.javadsl.server.Directives.concat;
import static akka.http.javadsl.server.Directives.encodeResponse;
import static akka.http.javadsl.server.Directives.extractUnmatchedPath;
import static akka.http.javadsl.server.Directives.get;
import static akka.http.javadsl.server.Directives.getFromResource;
import static akka.http.javadsl.server.Directives.getFromResourceDirectory;
import static akka.http.javadsl.server.Directives.pathPrefix;
import static akka.http.javadsl.server.Directives.reject;
import static akka.http.javadsl.server.Directives.respondWithHeaders;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import java.util.List;

/**
 * The dashboard's static files, from the folder {@code ui/} of the class path. Any other path is a
 * place within the dashboard and gets its start page.
 */
public final class PageRoutes {
  private static final String FOLDER = "ui";

  /** Styles may stand inline: the component library writes them at run time. */
  static final List<HttpHeader> SAFETY =
      List.of(
          RawHeader.create(
              "Content-Security-Policy",
              "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                  + "object-src 'none'; base-uri 'none'; form-action 'self'; "
                  + "frame-ancestors 'none'"),
          RawHeader.create("X-Content-Type-Options", "nosniff"),
          RawHeader.create("Referrer-Policy", "no-referrer"));

  private static final HttpHeader FOR_GOOD =
      RawHeader.create("Cache-Control", "public, max-age=31536000, immutable");
  private static final HttpHeader ASK_AGAIN = RawHeader.create("Cache-Control", "no-cache");

  private PageRoutes() {}

  public static Route routes() {
    return get(
        () ->
            encodeResponse(
                () ->
                    respondWithHeaders(
                        SAFETY, () -> concat(assets(), extractUnmatchedPath(PageRoutes::page)))));
  }

  /** Their names hold a hash of their content, so they never change. */
  private static Route assets() {
    return pathPrefix(
        "assets",
        () ->
            respondWithHeaders(
                List.of(FOR_GOOD), () -> getFromResourceDirectory(FOLDER + "/assets")));
  }

  private static Route page(String path) {
    if (path.startsWith("/api/") || path.startsWith("/assets/")) {
      return reject();
    }
    return respondWithHeaders(
        List.of(ASK_AGAIN),
        () -> concat(getFromResourceDirectory(FOLDER), getFromResource(FOLDER + "/index.html")));
  }
}
