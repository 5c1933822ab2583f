package io.beckon.protocol.device;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of a string of digits which of many patterns it is, in one step a digit: a table with a row
 * for each set of states that patterns can be in together.
 */
final class DigitAutomaton {
  private static final int DEAD = -1;
  private static final int DIGITS = 10;
  private static final int MOST = 60_000;

  /** By row and digit the next row. */
  private final int[] next;

  /** By row the number of its set of labels. */
  private final int[] labelSet;

  private final List<BitSet> labelSets;

  private DigitAutomaton(int[] next, int[] labelSet, List<BitSet> labelSets) {
    this.next = next;
    this.labelSet = labelSet;
    this.labelSets = labelSets;
  }

  static DigitAutomaton of(DigitStates states) {
    return new Builder(states).build();
  }

  /** The number of the set of labels that a string of digits has; 0 is the empty set. */
  int labelSet(String digits) {
    int row = 0;
    for (int i = 0; i < digits.length(); i++) {
      row = next[row * DIGITS + digits.charAt(i) - '0'];
      if (row == DEAD) {
        return 0;
      }
    }
    return labelSet[row];
  }

  List<BitSet> labelSets() {
    return labelSets;
  }

  /** A row for every set of states, beginning with the first. */
  private static final class Builder {
    private final DigitStates states;
    private final Map<IntBuffer, Integer> rows = new HashMap<>();
    private final List<int[]> sets = new ArrayList<>();
    private final Map<BitSet, Integer> labelSets = new HashMap<>();
    private final List<BitSet> labelSetsInOrder = new ArrayList<>();
    private int[] next = new int[DIGITS * 64];

    Builder(DigitStates states) {
      this.states = states;
    }

    DigitAutomaton build() {
      numbered(new BitSet());
      var first = new BitSet();
      states.reach(states.begin(), first);
      row(first);
      for (int row = 0; row < sets.size(); row++) {
        if (next.length < (row + 1) * DIGITS) {
          next = Arrays.copyOf(next, 2 * next.length);
        }
        for (int digit = 0; digit < DIGITS; digit++) {
          next[row * DIGITS + digit] = behind(sets.get(row), digit);
        }
      }
      var labels = sets.stream().mapToInt(set -> numbered(states.labels(set))).toArray();
      return new DigitAutomaton(
          Arrays.copyOf(next, sets.size() * DIGITS), labels, List.copyOf(labelSetsInOrder));
    }

    private int behind(int[] set, int digit) {
      var reached = new BitSet();
      for (int state : set) {
        if (states.waitsFor(state, digit)) {
          states.reach(states.behind(state), reached);
        }
      }
      return row(reached);
    }

    private int row(BitSet reached) {
      reached.clear(states.size(), Math.max(states.size(), reached.length()));
      if (reached.isEmpty()) {
        return DEAD;
      }
      var set = reached.stream().toArray();
      var known = rows.putIfAbsent(IntBuffer.wrap(set), sets.size());
      if (known != null) {
        return known;
      }
      if (sets.size() == MOST) {
        throw new UnsupportedOperationException("more than " + MOST + " rows");
      }
      sets.add(set);
      return sets.size() - 1;
    }

    private int numbered(BitSet labels) {
      var known = labelSets.putIfAbsent(labels, labelSets.size());
      if (known == null) {
        labelSetsInOrder.add(labels);
      }
      return known == null ? labelSets.size() - 1 : known;
    }
  }
}
