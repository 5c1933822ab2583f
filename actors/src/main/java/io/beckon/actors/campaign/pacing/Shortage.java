package io.beckon.actors.campaign.pacing;

/**
 * The chance that more calls are answered than agents can take: answers and releases are each a sum
 * of independent yes-or-no events with different chances. Exact for small floors; for large ones by
 * the first three moments.
 */
final class Shortage {
  private static final int EXACT = 90;

  private final double[] answers = new double[EXACT + 66];
  private final double[] releases = new double[EXACT + 1];
  private int spare;
  private int answersMax;
  private int releasesMax;
  private boolean exact;
  private double mean;
  private double variance;
  private double third;

  /**
   * @param spare agents ready, less calls that wait for one
   * @param events how many chances will be added
   */
  void begin(int spare, int events) {
    this.spare = spare;
    exact = events <= EXACT;
    answersMax = 0;
    releasesMax = 0;
    answers[0] = 1;
    releases[0] = 1;
    mean = spare;
    variance = 0;
    third = 0;
  }

  void release(double chance) {
    if (exact) {
      spread(releases, releasesMax++, chance);
    }
    moments(chance, 1);
  }

  void answer(double chance) {
    if (exact && answersMax + 1 < answers.length) {
      spread(answers, answersMax++, chance);
    } else {
      exact = false;
    }
    moments(chance, -1);
  }

  private void moments(double chance, int sign) {
    double spread = chance * (1 - chance);
    mean += sign * chance;
    variance += spread;
    third += sign * spread * (1 - 2 * chance);
  }

  private static void spread(double[] sums, int most, double chance) {
    sums[most + 1] = sums[most] * chance;
    for (int i = most; i > 0; i--) {
      sums[i] = sums[i] * (1 - chance) + sums[i - 1] * chance;
    }
    sums[0] *= 1 - chance;
  }

  /** Chance that one more answered call would find nobody. */
  double chance() {
    return exact ? counted() : estimated();
  }

  private double counted() {
    double tail = 0;
    double found = 0;
    int from = answersMax + 1;
    for (int r = releasesMax; r >= 0; r--) {
      // one pass: the tail of answers grows as the number of releases falls
      int need = Math.max(0, spare + r);
      while (from > need) {
        from--;
        tail += from <= answersMax ? answers[from] : 0;
      }
      found += releases[r] * tail;
    }
    return Math.min(1, found);
  }

  /** P(spare + releases - answers <= 0), Cornish-Fisher the other way round. */
  private double estimated() {
    if (variance < 1e-9) {
      return mean <= 0 ? 1 : 0;
    }
    double deviation = Math.sqrt(variance);
    double z = (0.5 - mean) / deviation;
    double skew = third / (variance * deviation);
    return Normal.below(z) - skew / 6 * (z * z - 1) * Normal.density(z);
  }
}
