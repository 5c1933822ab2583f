package io.beckon.actors.campaign.pacing;

/**
 * When agents become ready again, by how long they have been busy: the rate of releases in each
 * span of time, learned from calls that have ended and from those that have not. Where little is
 * known of a span, it is taken to be like the others.
 */
final class ReleaseCurve {
  /** Spans in seconds; beyond the last one it goes on as in it. */
  private static final double[] EDGES = {
    0, 5, 10, 20, 30, 45, 60, 80, 100, 130, 160, 200, 250, 300, 400, 500, 650, 850, 1100, 1500
  };

  private static final int SPANS = EDGES.length;
  private static final double MEMORY = 2_000;

  /** How many releases the assumption that all spans are alike is worth. */
  private static final double ALIKE = 12;

  /** Before anything is known: calls of five minutes, worth two calls. */
  private static final double PRIOR_RELEASES = 2;

  private static final double PRIOR_SECONDS = 600;

  private final double[] releases = new double[SPANS];
  private final double[] exposed = new double[SPANS];
  private final double[] open = new double[SPANS];
  private final double[] rate = new double[SPANS];
  private final double[] cumulated = new double[SPANS];
  private double mean = PRIOR_SECONDS / PRIOR_RELEASES;

  /** A call took so many seconds of an agent. */
  void released(double after) {
    for (int i = 0; i < SPANS; i++) {
      releases[i] *= 1 - 1 / MEMORY;
      exposed[i] *= 1 - 1 / MEMORY;
    }
    expose(exposed, after);
    releases[spanOf(after)]++;
  }

  /** Looks at those who are busy now; the answers below hold for this look. */
  void look(Ages busy) {
    java.util.Arrays.fill(open, 0);
    for (int i = 0; i < busy.size(); i++) {
      expose(open, busy.get(i));
    }
    double allReleases = PRIOR_RELEASES;
    double allSeconds = PRIOR_SECONDS;
    for (int i = 0; i < SPANS; i++) {
      allReleases += releases[i];
      allSeconds += exposed[i] + open[i];
    }
    double alike = allReleases / allSeconds;
    mean = 1 / alike;
    double sum = 0;
    for (int i = 0; i < SPANS; i++) {
      rate[i] = (releases[i] + ALIKE) / (exposed[i] + open[i] + ALIKE / alike);
      cumulated[i] = sum;
      sum += i + 1 < SPANS ? rate[i] * (EDGES[i + 1] - EDGES[i]) : 0;
    }
  }

  /** Chance that who has been busy for so long is ready within so many seconds more. */
  double within(double busyFor, double seconds) {
    return 1 - Math.exp(hazard(busyFor) - hazard(busyFor + seconds));
  }

  /** Mean time of a call, in seconds, as of the last look. */
  double mean() {
    return mean;
  }

  private double hazard(double age) {
    int span = spanOf(age);
    return cumulated[span] + rate[span] * (age - EDGES[span]);
  }

  private static void expose(double[] into, double seconds) {
    for (int i = 0; i < SPANS && seconds > EDGES[i]; i++) {
      double end = i + 1 < SPANS ? Math.min(seconds, EDGES[i + 1]) : seconds;
      into[i] += end - EDGES[i];
    }
  }

  private static int spanOf(double seconds) {
    int i = SPANS - 1;
    while (i > 0 && seconds < EDGES[i]) {
      i--;
    }
    return i;
  }
}
