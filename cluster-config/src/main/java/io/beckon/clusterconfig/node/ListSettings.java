package io.beckon.clusterconfig.node;

/**
 * What files of lists may be.
 *
 * @param largestUnpacked bytes, from 1 MiB
 */
public record ListSettings(long largestUnpacked) {
  private static final long LEAST = 1 << 20;

  public ListSettings {
    if (largestUnpacked < LEAST) {
      throw new IllegalArgumentException(
          "BECKON_LARGEST_UNPACKED is 1 MiB or more, was " + largestUnpacked + " bytes");
    }
  }
}
