package io.beckon.http.tenant;

import akka.util.ByteString;
import akka.util.ByteStringBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The digest of a form's parts, whatever boundary stands between them, taken as the form passes.
 * The boundary is drawn anew for every repeat of a form (RFC 2046, 5.1.1), its parts stay.
 *
 * <p>The end of the form is held back until {@link #rest} is asked for, so that nobody behind has
 * read the whole of it before.
 */
final class FormDigest {
  private static final byte[] LINE = {'\r', '\n'};

  private final byte[] delimiter;
  private final MessageDigest digest;
  private byte[] held = LINE;
  private long partBytes;
  private int thought = LINE.length;
  private boolean ended;

  /**
   * @param digest as yet without the parts
   */
  FormDigest(String boundary, MessageDigest digest) {
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.digest = digest;
  }

  /** What may be passed on when {@code more} has come. */
  ByteString passed(ByteString more) {
    if (ended) {
      return ByteString.emptyByteString();
    }
    var bytes = joined(held, more.toArray());
    int from = 0;
    int found = find(bytes, from);
    while (found >= 0 && found + delimiter.length + 2 <= bytes.length && !ended) {
      part(bytes, from, found);
      ended = closes(bytes, found);
      from = ended ? found : found + delimiter.length;
      found = find(bytes, from);
    }
    int till = ended ? from : found >= 0 ? found : Math.max(from, bytes.length - delimiter.length);
    if (!ended) {
      take(bytes, from, till);
    }
    held = Arrays.copyOfRange(bytes, till, bytes.length);
    return out(bytes, till);
  }

  /** What was held back; nothing comes after it. */
  ByteString rest() {
    if (!ended) {
      part(held, 0, held.length);
    }
    return out(held, held.length);
  }

  /** Of all that has passed, after {@link #rest}. */
  byte[] value() {
    return digest.digest();
  }

  private boolean closes(byte[] bytes, int found) {
    int behind = found + delimiter.length;
    return bytes[behind] == '-' && bytes[behind + 1] == '-';
  }

  /** With its length, so that no text in a part can pass for the end of it. */
  private void part(byte[] bytes, int from, int till) {
    take(bytes, from, till);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(partBytes).flip());
    partBytes = 0;
  }

  private void take(byte[] bytes, int from, int till) {
    digest.update(bytes, from, till - from);
    partBytes += till - from;
  }

  /** Without the line break that was thought before the first delimiter. */
  private ByteString out(byte[] bytes, int till) {
    int from = Math.min(thought, till);
    thought -= from;
    return new ByteStringBuilder().putBytes(bytes, from, till - from).result();
  }

  private int find(byte[] bytes, int from) {
    for (int at = from; at <= bytes.length - delimiter.length; at++) {
      if (bytes[at] == '\r'
          && Arrays.equals(bytes, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] joined(byte[] a, byte[] b) {
    var both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
