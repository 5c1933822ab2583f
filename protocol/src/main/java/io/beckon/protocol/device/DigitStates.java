package io.beckon.protocol.device;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Labelled patterns as states that several of can hold at once: one waits for a digit, goes on
 * without one to two others, or has a label because a pattern is complete.
 */
final class DigitStates {
  private static final int NONE = -1;
  private static final int MOST = 200_000;

  private int[] mask = new int[256];
  private int[] next = new int[256];
  private int[] other = new int[256];
  private int[] label = new int[256];
  private int size;

  /** The state in which all patterns begin. */
  private int begin = NONE;

  /** A digit string that is whole in a pattern gets its label. */
  void add(DigitPattern pattern, int labelled) {
    int end = state(0, NONE, NONE);
    label[end] = labelled;
    int first = pattern.before(this, end);
    begin = begin == NONE ? first : state(0, first, begin);
  }

  int begin() {
    return begin;
  }

  int size() {
    return size;
  }

  boolean waitsFor(int state, int digit) {
    return (mask[state] & 1 << digit) != 0;
  }

  /** Behind the digit that a state waits for. */
  int behind(int state) {
    return next[state];
  }

  /** Puts a state, or those it goes on to without a digit, into a set. */
  void reach(int state, BitSet reached) {
    if (state == NONE) {
      return;
    }
    if (mask[state] != 0 || label[state] != NONE) {
      reached.set(state);
      return;
    }
    if (!reached.get(size + state)) {
      reached.set(size + state);
      reach(next[state], reached);
      reach(other[state], reached);
    }
  }

  /** The labels of complete patterns among states. */
  BitSet labels(int[] states) {
    var labels = new BitSet();
    Arrays.stream(states).filter(s -> label[s] != NONE).forEach(s -> labels.set(label[s]));
    return labels;
  }

  /** A state that waits for one of some digits. */
  int digit(int digits, int then) {
    return state(digits, then, NONE);
  }

  /** A state that goes on to either of two. */
  int either(int then, int orElse) {
    return state(0, then, orElse);
  }

  /** A state in front of a pattern, behind which it stands again, until another follows. */
  int loop(DigitPattern pattern, int then) {
    int first = state(0, NONE, then);
    next[first] = pattern.before(this, first);
    return first;
  }

  private int state(int digits, int then, int orElse) {
    if (size == MOST) {
      throw new UnsupportedOperationException("more than " + MOST + " states");
    }
    if (size == mask.length) {
      mask = Arrays.copyOf(mask, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
      other = Arrays.copyOf(other, 2 * size);
      label = Arrays.copyOf(label, 2 * size);
    }
    mask[size] = digits;
    next[size] = then;
    other[size] = orElse;
    label[size] = NONE;
    return size++;
  }
}
