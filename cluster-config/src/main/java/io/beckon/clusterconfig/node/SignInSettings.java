package io.beckon.clusterconfig.node;

import org.jspecify.annotations.Nullable;

/**
 * Secrets of signing in; never printed.
 *
 * @param adminPassword of the operator {@code admin}; null: generated at the first start and
 *     printed once
 * @param secret signs tokens; the same on all nodes
 */
public record SignInSettings(@Nullable String adminPassword, String secret) {
  public SignInSettings {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("BECKON_SECRET must not be blank");
    }
  }

  @Override
  public String toString() {
    return "SignInSettings[]";
  }
}
