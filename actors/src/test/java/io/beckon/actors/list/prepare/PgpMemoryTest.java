package io.beckon.actors.list.prepare;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.stream.javadsl.FileIO;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpPair;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgpMemoryTest {
  private static final int BLOCKS = 1_500;
  private static final int LINES = 4_000;

  /** Less than the file, and less than the message, which random numbers keep large. */
  private static final String HEAP = "-Xmx40m";

  @TempDir Path directory;

  /** Encrypts a file as exports do and opens it as imports do. */
  public static final class Both {
    private Both() {}

    public static void main(String[] args) throws Exception {
      var message = Path.of(args[0], "message");
      var system = ActorSystem.create(Behaviors.empty(), "small");
      var workshop = new PgpWorkshop(Runnable::run, Clock.systemUTC());
      var key = workshop.pair(TenantId.DEFAULT, NewPgpKey.MADE_HERE).toCompletableFuture().join();
      Source.range(0, BLOCKS - 1)
          .map(n -> ByteString.fromArray(block(n)))
          .via(workshop.sealing(key.certificate().armored(), "list.csv"))
          .runWith(FileIO.toPath(message), system)
          .toCompletableFuture()
          .join();
      system.terminate();
      open(message, Path.of(args[0]), key);
    }

    private static void open(Path message, Path directory, PgpPair key) throws IOException {
      var places =
          new Preparation.Places(directory.resolve("prepared"), directory.resolve("workplace"));
      new Preparation(message, places, null, 20L << 30, () -> List.of(key.secret()), bytes -> {})
          .run();
    }
  }

  /** The first begins with the header. */
  private static byte[] block(int n) {
    var random = new Random(n);
    var text = new StringBuilder(n == 0 ? "phone,number\n" : "");
    IntStream.range(0, LINES)
        .forEach(
            i ->
                text.append("+1212")
                    .append(2_000_000 + i)
                    .append(',')
                    .append(random.nextInt())
                    .append('\n'));
    return text.toString().getBytes(US_ASCII);
  }

  @Test
  void aMessageLargerThanMemoryIsMadeAndOpened() throws Exception {
    SmallJvm.run(HEAP, directory.resolve("output"), Both.class, directory);

    try (var opened = Files.newInputStream(directory.resolve("prepared"))) {
      for (int n = 0; n < BLOCKS; n++) {
        var expected = block(n);
        assertThat(opened.readNBytes(expected.length)).as("block " + n).isEqualTo(expected);
      }
      assertThat(opened.read()).isNegative();
    }
    assertThat(Files.size(directory.resolve("message"))).isGreaterThan(40L << 20);
  }
}
