package io.beckon.persistence.list;

import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * Writes one chunk of an import that is split over several lists. A row is a duplicate when any of
 * them has it; where it goes depends on its content or on how many were accepted before, so a load
 * that is resumed gives it to the same list.
 */
final class SplitChunk {
  /** First key of advisory locks: lists that a chunk of a split import is written to. */
  private static final int LOCK = 5;

  private final Handle handle;
  private final LoadFence whole;
  private final ContactChunk chunk;
  private final Split split;
  private final List<LoadFence> parts;

  SplitChunk(Handle handle, LoadFence whole, ContactChunk chunk, Split split) {
    this.handle = handle;
    this.whole = whole;
    this.chunk = chunk;
    this.split = split;
    this.parts = Parts.fences(whole, split);
  }

  ChunkCounts write() {
    lock();
    var dedupe = chunk.terms().dedupe();
    var devices =
        dedupe.byDevice()
            ? known(KnownValues::devices, ContactChunks.devices(chunk.contacts()))
            : Map.<String, Long>of();
    var clients =
        dedupe.byClientId()
            ? known(KnownValues::clientIds, ContactChunks.clientIds(chunk.contacts()))
            : Map.<String, Long>of();
    var result = new ChunkDedupe(chunk.terms(), devices, clients).apply(chunk);
    store(result.contacts());
    return ContactChunks.reported(handle, whole, chunk, result);
  }

  /** Two split imports that share lists take turns, chunk by chunk. */
  private void lock() {
    var lists = new ArrayList<Long>();
    lists.add(whole.list().listId());
    parts.forEach(p -> lists.add(p.list().listId()));
    lists.stream()
        .sorted()
        .forEach(
            list ->
                handle.execute("SELECT pg_advisory_xact_lock(?, ?)", LOCK, Math.toIntExact(list)));
  }

  private Map<String, Long> known(
      BiFunction<KnownValues, Collection<String>, Map<String, Long>> of, List<String> values) {
    Map<String, Long> known = new HashMap<>(of.apply(KnownValues.ofList(handle, whole), values));
    for (var part : parts) {
      of.apply(KnownValues.ofList(handle, part), values)
          .forEach((value, row) -> known.merge(value, row, Math::min));
    }
    return known;
  }

  private void store(List<CookedContact> contacts) {
    Map<Integer, List<CookedContact>> byPlace = new HashMap<>();
    long before = accepted();
    for (var contact : contacts) {
      int place =
          split.byContent()
              ? chunk.places().getOrDefault(contact.row(), Split.HERE)
              : split.byCount(before);
      byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(contact);
      before++;
    }
    ContactRows.copy(handle, whole, byPlace.getOrDefault(Split.HERE, List.of()));
    long elsewhere = 0;
    for (int i = 0; i < parts.size(); i++) {
      var taken = byPlace.getOrDefault(i, List.of());
      ContactRows.copy(handle, parts.get(i), taken);
      add("accepted", parts.get(i), taken.size());
      elsewhere += taken.size();
    }
    add("elsewhere", whole, elsewhere);
  }

  private long accepted() {
    return handle
        .createQuery("SELECT accepted FROM import WHERE import_id = ?")
        .bind(0, whole.importId().value())
        .mapTo(Long.class)
        .one();
  }

  private void add(String column, LoadFence to, long rows) {
    if (rows > 0) {
      handle.execute(
          "UPDATE import SET %1$s = %1$s + ? WHERE import_id = ?".formatted(column),
          rows,
          to.importId().value());
    }
  }
}
