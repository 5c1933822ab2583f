package io.beckon.protocol.filedrop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a place saw; nothing was taken.
 *
 * @param error a sentence that says why it was not seen; null when it was
 * @param fingerprint of the certificate the server showed, where that is why
 * @param knownHosts the line of the host key the server showed, where that is why
 * @param matching files whose names the mask admits
 * @param waiting those of them whose marker is missing
 * @param others files the mask does not admit
 * @param files the first of those that match, 20 at most
 */
public record DropLook(
    @Nullable String error,
    @Nullable String fingerprint,
    @Nullable String knownHosts,
    int matching,
    int waiting,
    int others,
    List<Found> files) {
  /**
   * One file that matches.
   *
   * @param waits whether its marker is missing
   */
  public record Found(String name, long bytes, Instant modified, boolean waits) {}

  public DropLook {
    files = List.copyOf(files);
  }

  public static DropLook failed(
      String error, @Nullable String fingerprint, @Nullable String knownHosts) {
    return new DropLook(error, fingerprint, knownHosts, 0, 0, 0, List.of());
  }
}
