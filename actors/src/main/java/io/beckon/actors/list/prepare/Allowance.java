package io.beckon.actors.list.prepare;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * How many bytes may come out of a packed file, so that an archive bomb is refused before it has
 * filled the disk. One allowance for everything that is read out of it, another for what is
 * written.
 */
final class Allowance {
  /** Below this nothing is suspicious: 64 MiB. */
  static final long UNSUSPICIOUS = 64L << 20;

  /** Text packs to a tenth, sorted or padded text to a fiftieth. */
  static final int MOST_RATIO = 100;

  /** Single bytes are told together. */
  private static final long TOLD_TOGETHER = 8_192;

  private final long packed;
  private final long most;
  private final long limit;
  private final LongConsumer told;
  private long used;
  private long toldOf;

  /**
   * @param packed size of the file that came
   * @param most what the operator has set
   */
  Allowance(long packed, long most) {
    this(packed, most, bytes -> {});
  }

  /**
   * @param told the bytes that were used; a last few, under 8 KiB, may stay untold
   */
  Allowance(long packed, long most, LongConsumer told) {
    this.told = told;
    this.packed = packed;
    this.most = most;
    long byRatio = packed > Long.MAX_VALUE / MOST_RATIO ? Long.MAX_VALUE : packed * MOST_RATIO;
    this.limit = Math.min(most, Math.max(UNSUSPICIOUS, byRatio));
  }

  void use(long bytes) {
    used += bytes;
    if (used - toldOf >= TOLD_TOGETHER) {
      tell();
    }
    if (used > limit) {
      throw limit == most ? Refusals.tooLarge(most) : Refusals.bomb(limit, packed);
    }
  }

  private void tell() {
    if (used > toldOf) {
      told.accept(used - toldOf);
      toldOf = used;
    }
  }

  /** Counts what is read. */
  InputStream counting(InputStream stream) {
    return new Counted(stream);
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? -1 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(read);
      return read;
    }

    private void count(int read) {
      if (read < 0) {
        tell();
      } else {
        use(read);
      }
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      use(skipped);
      return skipped;
    }
  }
}
