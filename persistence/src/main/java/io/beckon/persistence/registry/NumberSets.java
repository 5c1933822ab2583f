package io.beckon.persistence.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/** Calculates one file of numbers from others, prefix by prefix. */
final class NumberSets {
  private NumberSets() {}

  /**
   * Writes {@code (old ∪ plus) \ minus}.
   *
   * @return how many numbers it has
   */
  static long combine(NumberSet old, NumberSet plus, NumberSet minus, Path into)
      throws IOException {
    var prefixes = new TreeSet<Integer>();
    collect(old, prefixes);
    collect(plus, prefixes);
    try (var writer = new NumberSetWriter(into)) {
      for (int prefix : prefixes) {
        RoaringBitmap bitmap = bitmap(old, prefix);
        bitmap.or(bitmap(plus, prefix));
        bitmap.andNot(bitmap(minus, prefix));
        writer.add(prefix, bitmap);
      }
      return writer.finish();
    }
  }

  /** How many numbers {@code (base \ removed) ∪ added} has. */
  static long count(NumberSet base, NumberSet added, NumberSet removed) {
    var touched = new TreeSet<Integer>();
    collect(added, touched);
    collect(removed, touched);
    long count = base.numbers();
    for (int prefix : touched) {
      RoaringBitmap before = bitmap(base, prefix);
      long was = before.getLongCardinality();
      before.andNot(bitmap(removed, prefix));
      before.or(bitmap(added, prefix));
      count += before.getLongCardinality() - was;
    }
    return count;
  }

  private static void collect(NumberSet set, TreeSet<Integer> into) {
    for (int i = 0; i < set.prefixes(); i++) {
      into.add(set.prefix(i));
    }
  }

  /** A copy on the heap; at most some megabytes. */
  private static RoaringBitmap bitmap(NumberSet set, int prefix) {
    int at = set.find(prefix);
    return at < 0 ? new RoaringBitmap() : set.bitmap(at).toRoaringBitmap();
  }
}
