package io.beckon.protocol.tenant;

/** What is taken as a password. Guessing is held off by locking out, see {@code LockOut}. */
final class Passwords {
  private static final int MIN = 6;
  private static final int MAX = 200;

  private Passwords() {}

  static void check(String password) {
    if (password.length() < MIN || password.length() > MAX) {
      throw new IllegalArgumentException(
          "a password has "
              + MIN
              + " to "
              + MAX
              + " characters, this one has "
              + password.length());
    }
  }
}
