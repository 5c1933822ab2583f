package io.beckon.bench.pacing;

import java.util.random.RandomGenerator;

/** How handle times (talk and wrap-up) are spread around their mean. */
enum HandleLaw {
  EXPONENTIAL {
    @Override
    double sample(double mean, RandomGenerator random) {
      return -mean * Math.log(1 - random.nextDouble());
    }
  },
  /** With a coefficient of variation of 0.8. */
  LOGNORMAL {
    @Override
    double sample(double mean, RandomGenerator random) {
      double square = Math.log(1 + 0.8 * 0.8);
      return mean * Math.exp(Math.sqrt(square) * random.nextGaussian() - square / 2);
    }
  },
  ERLANG2 {
    @Override
    double sample(double mean, RandomGenerator random) {
      return EXPONENTIAL.sample(mean / 2, random) + EXPONENTIAL.sample(mean / 2, random);
    }
  };

  /** Seconds, above 0. */
  abstract double sample(double mean, RandomGenerator random);
}
