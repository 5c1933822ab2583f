package io.beckon.clusterconfig.node;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/**
 * What files of lists may be, and how long they are kept.
 *
 * @param largestUnpacked bytes, from 1 MiB
 * @param dropRoots where else than in their own folders tenants may watch: absolute paths
 * @param keepFiles originals and reports after an import's end, from P1D
 */
public record ListSettings(long largestUnpacked, List<String> dropRoots, Duration keepFiles) {
  private static final long LEAST = 1 << 20;
  private static final Duration SHORTEST = Duration.ofDays(1);

  public ListSettings {
    dropRoots = List.copyOf(dropRoots);
    if (largestUnpacked < LEAST) {
      throw new IllegalArgumentException(
          "BECKON_LARGEST_UNPACKED is 1 MiB or more, was " + largestUnpacked + " bytes");
    }
    if (keepFiles.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("BECKON_KEEP_FILES is P1D or more, was " + keepFiles);
    }
  }

  static List<String> dropRoots(String text) {
    return Arrays.stream(text.split(":")).map(String::strip).filter(r -> !r.isEmpty()).toList();
  }

  static Duration keepFiles(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "BECKON_KEEP_FILES is a duration in days such as P30D, was " + text, e);
    }
  }
}
