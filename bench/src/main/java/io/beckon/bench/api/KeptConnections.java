package io.beckon.bench.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends one request again and again over some kept connections, one at a time on each, and counts
 * the good answers. As little work as can be: the server is what is measured.
 */
final class KeptConnections {
  private static final int CONNECTIONS = 32;
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

  private final int port;
  private final byte[] request;

  /**
   * @param headers each ending in CR LF
   */
  KeptConnections(int port, String path, String headers) {
    this.port = port;
    this.request =
        ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Good answers a second over {@code seconds}. */
  double perSecond(int seconds) throws Exception {
    var answers = new LongAdder();
    var pool = Executors.newFixedThreadPool(CONNECTIONS);
    var start = System.nanoTime();
    var end = start + seconds * 1_000_000_000L;
    Callable<Void> work =
        () -> {
          ask(answers, end);
          return null;
        };
    var all = java.util.Collections.nCopies(CONNECTIONS, work);
    for (var one : pool.invokeAll(all)) {
      one.get();
    }
    pool.shutdown();
    return answers.sum() * 1e9 / (System.nanoTime() - start);
  }

  private void ask(LongAdder answers, long end) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 16_384);
      var out = socket.getOutputStream();
      while (System.nanoTime() < end) {
        out.write(request);
        answer(in);
        answers.increment();
      }
    }
  }

  private static void answer(InputStream in) throws IOException {
    var line = line(in);
    if (!line.contains(" 200 ")) {
      throw new IOException("not a good answer: " + line);
    }
    var length = 0;
    while (!line.isEmpty()) {
      line = line(in).toLowerCase(Locale.ROOT);
      if (line.startsWith(new String(LENGTH, StandardCharsets.US_ASCII))) {
        length = Integer.parseInt(line.substring(LENGTH.length).trim());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var text = new StringBuilder(64);
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
