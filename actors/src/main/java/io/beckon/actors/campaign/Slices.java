package io.beckon.actors.campaign;

import io.beckon.protocol.dialing.SliceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a pacer knows of its dial sessions, and the credit it has sent them. Pure. */
final class Slices {
  /** A grant that no status reflects after this long was lost; it is void by then. */
  private static final Duration GRANT_LOST = Duration.ofSeconds(2);

  /**
   * Attempts a slice starts at once while there are that many: each costs the same few transactions
   * however many share them.
   */
  private static final int PARCEL = 25;

  private final Map<Integer, Slice> slices = new TreeMap<>();
  private int turn;

  private static final class Slice {
    private final Map<Long, Granted> granted = new LinkedHashMap<>();
    private int available;
    private int open;
    private Collection<String> troubles = new TreeSet<>();
  }

  private record Granted(int credits, Instant at) {}

  void reset(int count) {
    slices.clear();
    turn = 0;
    for (int i = 0; i < count; i++) {
      slices.put(i, new Slice());
    }
  }

  void status(SliceStatus status) {
    Slice slice = slices.get(status.session().slice());
    if (slice != null) {
      slice.granted.keySet().removeIf(seq -> seq <= status.grantSeq());
      slice.available = status.available();
      slice.open = status.open();
      slice.troubles = status.troubles();
    }
  }

  int open() {
    return slices.values().stream().mapToInt(s -> s.open).sum();
  }

  int granted(Instant now) {
    int sum = 0;
    for (Slice slice : slices.values()) {
      slice.granted.values().removeIf(g -> g.at().plus(GRANT_LOST).isBefore(now));
      sum += slice.granted.values().stream().mapToInt(Granted::credits).sum();
    }
    return sum;
  }

  int available() {
    return slices.values().stream().mapToInt(s -> s.available).sum();
  }

  Collection<String> troubles() {
    Collection<String> all = new TreeSet<>();
    slices.values().forEach(s -> all.addAll(s.troubles));
    return all;
  }

  Collection<Integer> numbers() {
    return slices.keySet();
  }

  /**
   * Shares attempts out among slices that have records in hand, in equal parts but for small ones,
   * beginning behind the last one served.
   */
  Map<Integer, Integer> share(int attempts) {
    Map<Integer, Integer> shares = new TreeMap<>();
    int left = Math.min(attempts, available());
    int count = slices.size();
    while (left > 0) {
      int part = Math.max(PARCEL, left / count);
      for (int i = 0; i < count && left > 0; i++) {
        turn = (turn + 1) % count;
        int take = take(turn, Math.min(part, left));
        if (take > 0) {
          shares.merge(turn, take, Integer::sum);
          left -= take;
        }
      }
    }
    return shares;
  }

  private int take(int number, int most) {
    Slice slice = slices.get(number);
    if (slice == null) {
      return 0;
    }
    int take = Math.min(most, slice.available);
    slice.available -= take;
    return take;
  }

  void sent(int number, long seq, int credits, Instant now) {
    Slice slice = slices.get(number);
    if (slice != null && credits > 0) {
      slice.granted.put(seq, new Granted(credits, now));
    }
  }
}
