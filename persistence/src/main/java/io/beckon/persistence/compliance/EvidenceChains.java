package io.beckon.persistence.compliance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The chains one process writes: one a tenant and day. Whether a failed transaction was committed
 * after all is not known, so after one all chains end where they are and new ones begin.
 */
final class EvidenceChains {
  private UUID writer = UUID.randomUUID();
  private Map<Key, Link> heads = new HashMap<>();

  /** One chain of this writer. */
  record Key(String tenant, LocalDate day) {}

  /** The last row of a chain. */
  record Link(long length, byte[] hash) {}

  /** A row of a chain, hashed. */
  record Linked(Key key, UUID writer, EvidenceLine line, Link link) {}

  /** A batch, hashed, and how its chains end with it. */
  record Batch(UUID writer, List<Linked> rows, Map<Key, Link> heads) {}

  /**
   * The rows behind those that were written; nothing has changed until {@link #written}.
   *
   * @param rows lines by tenant, in the order in which they are to stand
   */
  Batch link(List<Map.Entry<String, EvidenceLine>> rows) {
    List<Linked> linked = new ArrayList<>(rows.size());
    Map<Key, Link> ends = new LinkedHashMap<>();
    for (var row : rows) {
      var line = row.getValue();
      var key = new Key(row.getKey(), line.day());
      Link before = ends.get(key);
      if (before == null) {
        before = heads.getOrDefault(key, new Link(0, start(key)));
      }
      long seq = before.length() + 1;
      var link = new Link(seq, EvidenceLine.next(before.hash(), line.text(seq)));
      ends.put(key, link);
      linked.add(new Linked(key, writer, line, link));
    }
    return new Batch(writer, linked, ends);
  }

  private byte[] start(Key key) {
    return EvidenceLine.start(key.tenant(), key.day(), writer);
  }

  /** Days of the batch in months this writer has not written to yet, so there may be no room. */
  List<LocalDate> newMonths(Batch batch) {
    Set<YearMonth> known =
        heads.keySet().stream().map(k -> YearMonth.from(k.day())).collect(Collectors.toSet());
    return batch.heads().keySet().stream()
        .map(Key::day)
        .filter(day -> known.add(YearMonth.from(day)))
        .toList();
  }

  /** The batch is committed. */
  void written(Batch batch) {
    heads.putAll(batch.heads());
    var newest = batch.heads().keySet().stream().map(Key::day).max(LocalDate::compareTo);
    // A chain of a day long over is not continued; without this there would be one more every day.
    newest.ifPresent(day -> heads.keySet().removeIf(k -> k.day().isBefore(day.minusDays(2))));
  }

  /** Nobody knows whether the batch is. */
  void lost() {
    writer = UUID.randomUUID();
    heads = new HashMap<>();
  }
}
