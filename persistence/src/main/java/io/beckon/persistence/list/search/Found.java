package io.beckon.persistence.list.search;

import java.util.List;
import java.util.TreeSet;

/**
 * Contacts of a list that were found, in order and once each.
 *
 * @param till up to this contact there are no others; {@link #END} when there are none at all
 */
public record Found(List<Long> ids, long till) {
  public static final long END = Long.MAX_VALUE;

  public Found {
    ids = List.copyOf(ids);
  }

  /** Of all there are up to a contact, those behind another one. */
  static Found of(List<Long> ids, long after, long till) {
    return new Found(List.copyOf(new TreeSet<>(ids).subSet(after, false, till, true)), till);
  }

  /** Up to {@code most}, when there were no more than that. */
  static Found upTo(List<Long> ids, int most) {
    return new Found(ids, ids.size() < most ? END : ids.get(ids.size() - 1));
  }

  /** What at least one of several has found, as far as all of them have looked. */
  static Found byAny(List<Found> several) {
    long till = several.stream().mapToLong(Found::till).min().orElse(END);
    var ids = new TreeSet<Long>();
    several.forEach(found -> ids.addAll(found.ids()));
    return new Found(List.copyOf(ids.headSet(till, true)), till);
  }

  public boolean isAll() {
    return till == END;
  }
}
