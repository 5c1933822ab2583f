package io.beckon.actors.filedrop;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why a place cannot be used now, as a sentence for the operator. */
class PlaceTrouble extends IOException {
  private static final long serialVersionUID = 1L;

  PlaceTrouble(String sentence) {
    super(sentence);
  }

  /** The server's "no" to one file; the others may still be had. */
  static final class Refused extends PlaceTrouble {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  /** The server is not one that the source trusts; says what would make it so. */
  static final class Untrusted extends PlaceTrouble {
    private static final long serialVersionUID = 1L;

    private final @Nullable String fingerprint;
    private final @Nullable String knownHosts;

    private Untrusted(String sentence, @Nullable String fingerprint, @Nullable String knownHosts) {
      super(sentence);
      this.fingerprint = fingerprint;
      this.knownHosts = knownHosts;
    }

    static Untrusted certificate(String sentence, String fingerprint) {
      return new Untrusted(sentence, fingerprint, null);
    }

    static Untrusted hostKey(String sentence, @Nullable String line) {
      return new Untrusted(sentence, null, line);
    }

    @Nullable String fingerprint() {
      return fingerprint;
    }

    @Nullable String knownHosts() {
      return knownHosts;
    }
  }
}
