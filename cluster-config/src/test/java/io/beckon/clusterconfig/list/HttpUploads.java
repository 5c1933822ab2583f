package io.beckon.clusterconfig.list;

import static akka.http.javadsl.server.Directives.path;
import static akka.http.javadsl.server.PathMatchers.longSegment;
import static akka.http.javadsl.server.PathMatchers.segment;
import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.server.Route;
import io.beckon.http.Api;
import io.beckon.http.list.UploadRoute;
import io.beckon.persistence.list.PostgresKeptUploads;
import io.beckon.persistence.list.PostgresMappings;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The API's uploads on a port of their own, into lists of a {@link DropWorld}. */
final class HttpUploads implements AutoCloseable {
  private static final String BOUNDARY = "of-the-test";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ServerBinding server;

  private HttpUploads(ServerBinding server) {
    this.server = server;
  }

  static HttpUploads into(DropWorld world) {
    var lists = world.lists;
    var uploads =
        new UploadRoute(
            lists.lists,
            lists.imports,
            world.desk,
            lists.staging,
            new PostgresMappings(lists.database, lists.clock),
            new PostgresKeptUploads(lists.database, lists.clock));
    Route route =
        Api.guarded(
            () ->
                path(
                    segment().slash(longSegment()),
                    (kind, id) -> uploads.imports(list(kind, id), "list")));
    var http = Http.get(lists.kit.system());
    return new HttpUploads(ListWorld.now(http.newServerAt("127.0.0.1", 0).bind(route)));
  }

  private static ListRef list(String kind, long id) {
    return new ListRef(ListWorld.TENANT, ImportKind.valueOf(kind), id);
  }

  /** As a browser's form sends it, with options as JSON. */
  void send(ListRef list, String fileName, byte[] file, String options) throws Exception {
    var address =
        "http://127.0.0.1:%d/%s/%d"
            .formatted(server.localAddress().getPort(), list.kind(), list.listId());
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form(fileName, file, options)))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(fileName + ": " + answer.body()).isEqualTo(202);
  }

  private static byte[] form(String fileName, byte[] file, String options) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(part("options\"", "application/json"));
    out.write(options.getBytes(StandardCharsets.UTF_8));
    out.write('\r');
    out.write('\n');
    out.write(part("file\"; filename=\"" + fileName + "\"", "application/octet-stream"));
    out.write(file);
    out.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static byte[] part(String disposition, String type) {
    return """
           --%s\r
           Content-Disposition: form-data; name="%s\r
           Content-Type: %s\r
           \r
           """
        .formatted(BOUNDARY, disposition, type)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    ListWorld.now(server.unbind());
  }
}
