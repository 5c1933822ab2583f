package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Uploads over a socket that breaks or falls silent, repeated with their Idempotency-Key. */
class CutUploadIT {
  private static final RunningNode NODE = RunningNode.shared();
  private static final int ROWS = 20_000;

  private final String token = NODE.signIn("admin", RunningNode.PASSWORD);

  /** An upload that is sent by hand. */
  private static final class Line implements AutoCloseable {
    final Socket socket;
    final byte[] body;

    Line(String path, String token, String boundary, String requestId) throws IOException {
      var address = NODE.address();
      socket = new Socket(address.getHost(), address.getPort());
      body = form(boundary).getBytes(StandardCharsets.UTF_8);
      var head =
          """
          POST %s%s HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Idempotency-Key: %s\r
          X-Request-Id: %s\r
          Content-Type: multipart/form-data; boundary=%s\r
          Content-Length: %d\r
          \r
          """
              .formatted(
                  address.getPath(),
                  path,
                  address.getAuthority(),
                  token,
                  path,
                  requestId,
                  boundary,
                  body.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    }

    Line send(int from, int till) throws IOException {
      socket.getOutputStream().write(body, from, till - from);
      socket.getOutputStream().flush();
      return this;
    }

    /** As a router that is switched off does: without the end of anything. */
    void cut() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Status and, where it has one, the id of the import. */
    String answer() throws IOException {
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      var status = reader.readLine().split(" ")[1];
      int length = 0;
      for (var line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
        if (line.toLowerCase().startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).trim());
        }
      }
      var text = new char[length];
      for (int read = 0; read < length; ) {
        read += reader.read(text, read, length - read);
      }
      return status + " " + new String(text);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String form(String boundary) {
    var text = new StringBuilder("--" + boundary + "\r\n");
    text.append("Content-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n");
    text.append("phone,note\n");
    IntStream.range(0, ROWS)
        .forEach(i -> text.append("+1212%07d,%s\n".formatted(2_000_000 + i, "x".repeat(100))));
    return text.append("\r\n--" + boundary + "--\r\n").toString();
  }

  @Test
  void isTakenOnceWhenItBreaksOffHalfWayAndIsRepeated() throws Exception {
    var path = freshList("cut off");
    var log = new Said();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger("io.beckon.http");
    var level = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    try {
      var first = new Line(path, token, "first", "broken-off");
      first.send(0, first.body.length / 2).cut();
      try (var repeat = new Line(path, token, "second", "repeated")) {
        assertThat(repeat.send(0, repeat.body.length).answer()).startsWith("202 ");
      }
      assertThat(imports(path)).hasSize(1);
      await().untilAsserted(() -> assertThat(log.of("broken-off")).isNotEmpty());
    } finally {
      logger.detachAppender(log);
      logger.setLevel(level);
    }
    assertThat(log.of("broken-off"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.INFO);
              assertThat(event.getThrowableProxy()).isNull();
              assertThat(event.getFormattedMessage()).contains(path);
            });
    awaitAll(path);
  }

  @Test
  void aRepeatNeedNotWaitForTheEndOfOneThatFellSilent() throws Exception {
    var path = freshList("silent");
    try (var silent = new Line(path, token, "first", "silent")) {
      silent.send(0, silent.body.length / 2);
      try (var repeat = new Line(path, token, "second", "repeat")) {
        var answer = repeat.send(0, repeat.body.length).answer();
        assertThat(answer).startsWith("202 ");
        silent.send(silent.body.length / 2, silent.body.length);
        assertThat(silent.answer()).isEqualTo(answer);
      }
    }
    assertThat(imports(path)).hasSize(1);
    awaitAll(path);
  }

  @Test
  void ofTwoAtOnceOneIsTaken() throws Exception {
    var path = freshList("twice");
    try (var one = new Line(path, token, "one", "one");
        var other = new Line(path, token, "other", "other")) {
      var answers =
          List.of(one, other).stream()
              .map(line -> CompletableFuture.supplyAsync(() -> whole(line)));
      assertThat(answers.toList().stream().map(CompletableFuture::join))
          .anyMatch(answer -> answer.startsWith("202 "))
          .allMatch(answer -> answer.startsWith("202 ") || answer.contains("REQUEST_RUNNING"));
    }
    assertThat(imports(path)).hasSize(1);
    try (var later = new Line(path, token, "later", "later")) {
      assertThat(whole(later)).startsWith("202 ");
    }
    assertThat(imports(path)).hasSize(1);
    awaitAll(path);
  }

  private static String whole(Line line) {
    try {
      return line.send(0, line.body.length).answer();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String freshList(String name) {
    var made = NODE.send("POST", "/contact-lists", token, "{\"name\":\"" + name + "\"}");
    return "/contact-lists/" + RunningNode.json(made).get("id").asText() + "/imports";
  }

  private JsonNode imports(String path) {
    return RunningNode.json(NODE.send("GET", path, token, null)).get("items");
  }

  private void awaitAll(String path) {
    await()
        .untilAsserted(
            () -> {
              assertThat(imports(path).get(0).get("state").asText()).isEqualTo("COMPLETED");
              assertThat(imports(path).get(0).get("rowsRead").asInt()).isEqualTo(ROWS);
            });
  }

  /** What is logged, by whatever thread. */
  private static final class Said extends AppenderBase<ILoggingEvent> {
    private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      events.add(event);
    }

    List<ILoggingEvent> of(String requestId) {
      return events.stream().filter(e -> e.getFormattedMessage().contains(requestId)).toList();
    }
  }
}
