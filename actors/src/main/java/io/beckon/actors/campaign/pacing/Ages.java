package io.beckon.actors.campaign.pacing;

import java.util.Arrays;

/** How long each of several things has been going on, in seconds; reused from look to look. */
public final class Ages {
  private double[] seconds = new double[16];
  private int size;

  public void clear() {
    size = 0;
  }

  /**
   * @param age seconds, 0 or more; a clock that went back counts as 0
   */
  public void add(double age) {
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * size);
    }
    seconds[size++] = Math.max(0, age);
  }

  public int size() {
    return size;
  }

  /** Seconds. */
  public double get(int index) {
    return seconds[index];
  }
}
