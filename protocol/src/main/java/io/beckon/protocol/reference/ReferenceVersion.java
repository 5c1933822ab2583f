package io.beckon.protocol.reference;

import io.beckon.protocol.Wire;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of reference data as the API shows it.
 *
 * @param version as the data calls itself; of the bundled data the library's
 * @param date of the data; null for the bundled one
 * @param source BUNDLED, FILE or HTTP
 * @param origin name of the file, or address
 * @param numbers prefixes of numbers
 * @param postalCodes prefixes of postal codes
 * @param states whose zones it has
 * @param countries whose calling codes and zones it has
 * @param addedBy who uploaded it; null when nobody did
 * @param active whether it holds now
 * @param activatedAt when it last became active; null: never
 */
public record ReferenceVersion(
    DataId id,
    String version,
    @Nullable LocalDate date,
    Source source,
    @Nullable String origin,
    @Nullable String sha256,
    long bytes,
    int numbers,
    int postalCodes,
    int states,
    int countries,
    @Nullable Instant addedAt,
    @Nullable String addedBy,
    boolean active,
    @Nullable Instant activatedAt)
    implements Wire {
  /** Where it comes from. */
  public enum Source {
    BUNDLED,
    FILE,
    HTTP
  }
}
