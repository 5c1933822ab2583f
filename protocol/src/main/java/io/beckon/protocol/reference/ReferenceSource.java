package io.beckon.protocol.reference;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.Wire;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where reference data is fetched from, again and again.
 *
 * @param url http or https; null: nothing is fetched
 * @param every PT1M to P31D
 */
public record ReferenceSource(@Nullable String url, Duration every) {
  public static final ReferenceSource NONE = new ReferenceSource(null, Duration.ofDays(1));

  private static final Set<String> SCHEMES = Set.of("http", "https");

  public ReferenceSource {
    if (url != null) {
      address(url);
    }
    if (every.compareTo(Duration.ofMinutes(1)) < 0 || every.compareTo(Duration.ofDays(31)) > 0) {
      throw new InvalidField("every", "must be PT1M to P31D, was " + every);
    }
  }

  /** Refuses (422) what is no address that may be fetched, such as {@code file:} ones. */
  public static URI address(String url) {
    try {
      var uri = new URI(url.strip());
      if (uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new InvalidField("url", "must be an http or https address, was " + url);
    }
    throw new InvalidField("url", "must be an http or https address, was " + url);
  }

  /**
   * How the last looks ended.
   *
   * @param lookedAt null: never
   * @param outcome TAKEN, UNCHANGED or FAILED
   * @param error why the last look failed; what was active before stays so
   */
  public record Standing(
      ReferenceSource source,
      @Nullable Instant lookedAt,
      @Nullable Instant nextAt,
      @Nullable String outcome,
      @Nullable String error)
      implements Wire {}
}
