package io.beckon.actors.campaign.pacing;

/** The standard normal distribution. */
final class Normal {
  private Normal() {}

  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Abramowitz and Stegun 26.2.17; the error is below 1e-7. */
  static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        density(z)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z > 0 ? 1 - tail : tail;
  }

  /** The z whose unit normal loss, the mean of what exceeds z, is the given one. */
  static double zOfLoss(double loss) {
    double low = -4;
    double high = 6;
    for (int i = 0; i < 40; i++) {
      double z = (low + high) / 2;
      if (density(z) - z * (1 - below(z)) > loss) {
        low = z;
      } else {
        high = z;
      }
    }
    return (low + high) / 2;
  }
}
