package io.beckon.protocol.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One good row, ready to be stored.
 *
 * @param timeZone IANA name as given
 * @param other JSON object of all further columns; null when there are none
 * @param devices up to 10, in the order of trying; none only in a row that changes a contact
 */
public record CookedContact(
    long row,
    long line,
    @Nullable String clientId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String timeZone,
    @Nullable String postalCode,
    @Nullable String state,
    @Nullable String country,
    @Nullable String other,
    List<CookedDevice> devices) {
  /** The same contact with fewer devices. */
  public CookedContact with(List<CookedDevice> kept) {
    return new CookedContact(
        row,
        line,
        clientId,
        firstName,
        lastName,
        company,
        timeZone,
        postalCode,
        state,
        country,
        other,
        kept);
  }
}
