package io.beckon.protocol.reference;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, as far as it is worth saying. */
final class Flaws {
  private static final int MOST = 100;
  private final List<BadReferenceDataException.Flaw> found = new ArrayList<>();

  void add(int line, String reason) {
    if (found.size() < MOST) {
      var shown = reason.length() > 300 ? reason.substring(0, 300) + "…" : reason;
      found.add(new BadReferenceDataException.Flaw(line, shown));
    }
  }

  boolean enough() {
    return found.size() >= MOST;
  }

  void check() {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  BadReferenceDataException exception() {
    return new BadReferenceDataException(found);
  }
}
