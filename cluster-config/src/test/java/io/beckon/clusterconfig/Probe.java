package io.beckon.clusterconfig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs as the scripts do and asks a node's management port how it is. */
final class Probe {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Probe() {}

  /** With this test's class path, less the tests: a node's own log is looked at. */
  static ProcessBuilder java(Class<?> main, String... arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    line.add(
        System.getProperty("java.class.path").replaceAll("[^:]*(/test-classes|-tests\\.jar):", ""));
    line.add(main.getName());
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line).redirectErrorStream(true);
  }

  /** 0 while nobody listens. */
  static int status(int management, String path) throws InterruptedException {
    try {
      return get(management, path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  static HttpResponse<String> get(int management, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path)).build(),
        BodyHandlers.ofString());
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
