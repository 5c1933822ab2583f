package io.beckon.protocol.reference;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Finds the longest prefix that is known of a text, in as little memory as sorted numbers take: a
 * prefix is a number in base 37 (digits, letters, nothing else), and there is one array a length.
 */
final class PrefixTable {
  /** Characters of the longest prefix: more would not fit into a long. */
  static final int LONGEST = 12;

  private static final int BASE = 37;
  private static final int NONE = -1;

  private final long[][] keys;
  private final int[][] values;

  private PrefixTable(long[][] keys, int[][] values) {
    this.keys = keys;
    this.values = values;
  }

  /** The value of the longest known prefix; -1 when there is none. */
  int longest(String text) {
    int longest = Math.min(text.length(), keys.length - 1);
    for (int length = longest; length > 0; length--) {
      if (keys[length].length > 0) {
        int at = Arrays.binarySearch(keys[length], key(text, length));
        if (at >= 0) {
          return values[length][at];
        }
      }
    }
    return NONE;
  }

  static boolean canHold(String prefix) {
    if (prefix.isEmpty() || prefix.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (digit(prefix.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0' + 1;
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + 11 : NONE;
  }

  private static long key(String text, int length) {
    long key = 0;
    for (int i = 0; i < length; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return NONE;
      }
      key = key * BASE + digit;
    }
    return key;
  }

  /** Gathers prefixes; each may be given once. */
  static final class Builder {
    private final TreeMap<Integer, Grown> byLength = new TreeMap<>();

    void add(String prefix, int value) {
      byLength
          .computeIfAbsent(prefix.length(), length -> new Grown())
          .add(key(prefix, prefix.length()), value);
    }

    /**
     * @throws DuplicatePrefixException when one was given twice
     */
    PrefixTable build() {
      int longest = byLength.isEmpty() ? 0 : byLength.lastKey();
      var keys = new long[longest + 1][0];
      var values = new int[longest + 1][0];
      byLength.forEach(
          (length, grown) -> {
            var sorted = grown.sorted();
            keys[length] = sorted.keys;
            values[length] = sorted.values;
          });
      return new PrefixTable(keys, values);
    }
  }

  /** A prefix stands twice in what a table is made of. */
  static final class DuplicatePrefixException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DuplicatePrefixException(String prefix) {
      super(prefix);
    }
  }

  private static String text(long key) {
    var text = new StringBuilder();
    for (long left = key; left > 0; left /= BASE) {
      int digit = (int) (left % BASE);
      text.append((char) (digit <= 10 ? '0' + digit - 1 : 'A' + digit - 11));
    }
    return text.reverse().toString();
  }

  private static final class Grown {
    private long[] keys = new long[16];
    private int[] values = new int[16];
    private int size;

    void add(long key, int value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      keys[size] = key;
      values[size++] = value;
    }

    Grown sorted() {
      var order = new Long[size];
      Arrays.setAll(order, i -> (long) i);
      Arrays.sort(order, (a, b) -> Long.compare(keys[a.intValue()], keys[b.intValue()]));
      var sorted = new Grown();
      sorted.keys = new long[size];
      sorted.values = new int[size];
      for (var from : order) {
        long key = keys[from.intValue()];
        if (sorted.size > 0 && sorted.keys[sorted.size - 1] == key) {
          throw new DuplicatePrefixException(text(key));
        }
        sorted.keys[sorted.size] = key;
        sorted.values[sorted.size++] = values[from.intValue()];
      }
      return sorted;
    }
  }
}
