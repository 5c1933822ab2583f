package io.beckon.clusterconfig.node;

import org.jspecify.annotations.Nullable;

/**
 * Secrets of signing in; never printed.
 *
 * @param adminPassword of the operator {@code admin}; null: generated at the first start and
 *     printed once
 * @param secret signs tokens; the same on all nodes
 * @param passwordIterations of PBKDF2 for passwords that are set from now on, 1,000 at least (NIST
 *     SP 800-132)
 */
public record SignInSettings(
    @Nullable String adminPassword, String secret, int passwordIterations) {
  private static final int FEWEST = 1_000;

  public SignInSettings {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("BECKON_SECRET must not be blank");
    }
    if (passwordIterations < FEWEST) {
      throw new IllegalArgumentException(
          "BECKON_PASSWORD_ITERATIONS is 1000 or more, was " + passwordIterations);
    }
  }

  @Override
  public String toString() {
    return "SignInSettings[]";
  }
}
