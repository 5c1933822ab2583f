package io.beckon.bench.pacing;

import java.util.Arrays;

/** Keeps the figures of a day while it runs. */
final class DayLog {
  private static final int MINUTE = 60;

  private final double hours;
  private final double[] busy;
  private final double[] signedOn;
  private final int[] answered;
  private final int[] abandoned;
  private double[] waits = new double[1024];
  private int waited;
  private long second = -1;
  private int dialsOfSecond;
  private int peak;

  DayLog(double hours) {
    this.hours = hours;
    int minutes = (int) Math.ceil(hours * MINUTE) + 1;
    busy = new double[minutes];
    signedOn = new double[minutes];
    answered = new int[minutes];
    abandoned = new int[minutes];
  }

  /** From one moment to the next nothing changed. */
  void pass(double from, double until, int busyAgents, int agents) {
    for (double at = from; at < until; ) {
      int minute = (int) (at / MINUTE);
      double end = Math.min(until, (minute + 1) * (double) MINUTE);
      busy[minute] += busyAgents * (end - at);
      signedOn[minute] += agents * (end - at);
      at = end;
    }
  }

  void dialled(double now, int calls) {
    if ((long) now != second) {
      second = (long) now;
      dialsOfSecond = 0;
    }
    dialsOfSecond += calls;
    peak = Math.max(peak, dialsOfSecond);
  }

  void served(double now, double waitedFor) {
    answered[(int) (now / MINUTE)]++;
    if (waited == waits.length) {
      waits = Arrays.copyOf(waits, 2 * waited);
    }
    waits[waited++] = waitedFor;
  }

  void abandoned(double now) {
    answered[(int) (now / MINUTE)]++;
    abandoned[(int) (now / MINUTE)]++;
  }

  Day day() {
    int minutes = (int) (hours * MINUTE);
    Arrays.sort(waits, 0, waited);
    double steady = occupancy(minutes / 2, minutes);
    int reached = 0;
    while (reached + 5 < minutes && occupancy(reached, reached + 5) < 0.9 * steady) {
      reached++;
    }
    return new Day(
        100 * occupancy(0, minutes),
        abandonPct(0, minutes),
        worst(0, minutes, MINUTE, 1),
        worst(5, minutes, 1, 5),
        reached * MINUTE,
        wait(0.5),
        wait(0.99),
        peak,
        Arrays.stream(answered).asLongStream().sum());
  }

  private double wait(double share) {
    return waited == 0 ? 0 : waits[Math.min(waited - 1, (int) (share * waited))];
  }

  private double occupancy(int from, int until) {
    double on = Arrays.stream(signedOn, from, until).sum();
    return on == 0 ? 0 : Arrays.stream(busy, from, until).sum() / on;
  }

  private double abandonPct(int from, int until) {
    int all = Arrays.stream(answered, from, until).sum();
    return all == 0 ? 0 : 100.0 * Arrays.stream(abandoned, from, until).sum() / all;
  }

  private double worst(int from, int until, int span, int least) {
    double worst = 0;
    for (int i = from; i + span <= until; i++) {
      if (Arrays.stream(answered, i, i + span).sum() >= least) {
        worst = Math.max(worst, abandonPct(i, i + span));
      }
    }
    return worst;
  }
}
