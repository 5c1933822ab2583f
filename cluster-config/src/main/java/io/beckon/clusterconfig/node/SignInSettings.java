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
    if (secret.length() < 32) {
      throw new IllegalArgumentException("BECKON_SECRET has at least 32 characters");
    }
    if (adminPassword != null && adminPassword.length() < 8) {
      throw new IllegalArgumentException("BECKON_ADMIN_PASSWORD has at least 8 characters");
    }
  }

  @Override
  public String toString() {
    return "SignInSettings[]";
  }
}
