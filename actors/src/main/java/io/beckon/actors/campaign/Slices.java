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
   * Shares attempts out in equal parts among slices that have records in hand, beginning with
   * another one each time.
   */
  Map<Integer, Integer> share(int attempts) {
    Map<Integer, Integer> shares = new TreeMap<>();
    int left = Math.min(attempts, available());
    int count = slices.size();
    turn = count == 0 ? 0 : (turn + 1) % count;
    while (left > 0) {
      int part = Math.max(1, left / Math.max(1, count));
      for (int i = 0; i < count && left > 0; i++) {
        int number = (turn + i) % count;
        Slice slice = slices.get(number);
        int take = slice == null ? 0 : Math.min(Math.min(part, left), slice.available);
        if (take > 0 && slice != null) {
          slice.available -= take;
          shares.merge(number, take, Integer::sum);
          left -= take;
        }
      }
    }
    return shares;
  }

  void sent(int number, long seq, int credits, Instant now) {
    Slice slice = slices.get(number);
    if (slice != null && credits > 0) {
      slice.granted.put(seq, new Granted(credits, now));
    }
  }
}
