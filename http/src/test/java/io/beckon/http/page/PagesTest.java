package io.beckon.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.testkit.TestRouteResult;
import io.beckon.http.Api;
import io.beckon.http.JupiterRouteTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PagesTest extends JupiterRouteTest {
  private TestRouteResult open(String path) {
    var api =
        new Api(
                request -> CompletableFuture.completedFuture(Optional.empty()),
                List.of(new DocsRoutes()),
                List.of(),
                List.of())
            .route();
    return testRoute(concat(DocsRoutes.pages(), api, PageRoutes.routes()))
        .run(HttpRequest.GET(path));
  }

  @Test
  void showsTheStartPageAtEveryPlaceOfTheDashboard() {
    for (var path : List.of("/", "/groups", "/groups/17/records")) {
      var page = open(path);
      page.assertStatusCode(200).assertMediaType("text/html");
      assertThat(page.entityString()).contains("start page of the test");
      assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
      assertThat(header(page, "Content-Security-Policy")).contains("default-src 'self'");
    }
  }

  @Test
  void letsBrowsersKeepAssetsForGood() {
    var asset = open("/assets/a-1f2e.js");
    asset.assertStatusCode(200);
    assertThat(header(asset, "Cache-Control")).contains("immutable");
  }

  @Test
  void findsNoAssetThatIsNotThereAndNothingOutside() {
    for (var path : List.of("/assets/none.js", "/api/v2/x", "/api/v1/x")) {
      assertThat(open(path).entityString()).as(path).doesNotContain("openapi: ");
      assertThat(open(path).statusCode()).as(path).isNotEqualTo(200);
    }
  }

  @Test
  void servesTheContractAndAViewerForIt() {
    assertThat(open("/api/v1/openapi.yaml").entityString()).contains("openapi: 3");
    open("/api/docs").assertStatusCode(302);
    assertThat(open("/api/docs/").entityString()).contains("swagger-ui-bundle.js");
    for (var file : List.of("start.js", "swagger-ui-bundle.js", "swagger-ui.css")) {
      open("/api/docs/" + file).assertStatusCode(200);
    }
  }

  private static String header(TestRouteResult result, String name) {
    return result.response().getHeader(name).orElseThrow().value();
  }
}
