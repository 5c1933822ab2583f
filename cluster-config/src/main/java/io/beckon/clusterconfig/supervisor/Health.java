package io.beckon.clusterconfig.supervisor;

import io.beckon.clusterconfig.node.HostPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks nodes' management ports whether they take work. */
final class Health {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  boolean isReady(HostPort management) {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + management + "/ready"))
            .timeout(Duration.ofSeconds(4))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
