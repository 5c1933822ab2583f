package io.beckon.http.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import akka.util.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormDigestTest {
  private record Seen(String passed, String rest, String digest) {}

  /** In pieces of a size that {@code lengths} draws. */
  private static Seen read(String form, String boundary, Random lengths) throws Exception {
    var digest = new FormDigest(boundary, MessageDigest.getInstance("SHA-256"));
    var bytes = form.getBytes(StandardCharsets.ISO_8859_1);
    var passed = ByteString.emptyByteString();
    for (int at = 0; at < bytes.length; ) {
      int till = Math.min(bytes.length, at + 1 + lengths.nextInt(40));
      passed =
          passed.concat(digest.passed(ByteString.fromArray(Arrays.copyOfRange(bytes, at, till))));
      at = till;
    }
    var rest = text(digest.rest());
    return new Seen(text(passed), rest, HexFormat.of().formatHex(digest.value()));
  }

  private static String text(ByteString bytes) {
    return bytes.decodeString(StandardCharsets.ISO_8859_1);
  }

  private static String form(String boundary, String... parts) {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append("--" + boundary + "\r\nContent-Disposition: form-data; name=a\r\n\r\n" + part)
          .append("\r\n");
    }
    return text.append("--" + boundary + "--\r\n").toString();
  }

  @Test
  void comesToTheSameWhateverTheBoundaryAndThePieces() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var boundary = "b" + Long.toHexString(random.nextLong());
      var parts = new String[] {noise(random), noise(random)};
      var form = form(boundary, parts);
      var seen = read(form, boundary, random);
      assertThat(form).as("seed %s", seed).startsWith(seen.passed() + seen.rest());
      assertThat(seen.passed() + seen.rest()).contains("--" + boundary + "--");
      assertThat(read(form("other", parts), "other", random).digest())
          .as("seed %s", seed)
          .isEqualTo(seen.digest());
      parts[1] += "x";
      assertThat(read(form(boundary, parts), boundary, random).digest())
          .as("seed %s", seed)
          .isNotEqualTo(seen.digest());
    }
  }

  /** Much of what a delimiter begins with, and bytes of every kind. */
  private static String noise(Random random) {
    var text = new StringBuilder();
    IntStream.range(0, random.nextInt(30))
        .forEach(
            i ->
                text.append(
                    switch (random.nextInt(4)) {
                      case 0 -> "\r";
                      case 1 -> "\r\n--b";
                      case 2 -> "\r\n--";
                      default -> String.valueOf((char) random.nextInt(256));
                    }));
    return text.toString();
  }

  @Test
  void tellsWhereOnePartEndsFromWhatAPartHolds() throws Exception {
    var none = new Random(1);
    assertThat(read(form("x", "a", "b"), "x", none).digest())
        .isNotEqualTo(read(form("x", "ab"), "x", none).digest());
    assertThat(read(form("x", "ab", ""), "x", none).digest())
        .isNotEqualTo(read(form("x", "a", "b"), "x", none).digest());
  }

  @Test
  void holdsTheEndBackAndPassesNothingBehindIt() throws Exception {
    var form = form("x", "a") + "an epilogue that nobody reads, long enough for several pieces";
    var seen = read(form, "x", new Random(2));
    assertThat(seen.passed()).endsWith("\r\n\r\na");
    assertThat(seen.rest()).startsWith("\r\n--x--");
    assertThat(read(form("x", "a"), "x", new Random(3)).digest()).isEqualTo(seen.digest());
  }

  @Test
  void passesWhatIsNoFormAsItIs() throws Exception {
    var seen = read("no form at all", "x", new Random(4));
    assertThat(seen.passed() + seen.rest()).isEqualTo("no form at all");
    assertThat(read("", "x", new Random(5)).rest()).isEmpty();
  }
}
