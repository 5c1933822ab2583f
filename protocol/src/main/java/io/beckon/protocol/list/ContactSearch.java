package io.beckon.protocol.list;

import io.beckon.protocol.device.LineType;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts of a list; null parts match all, all that are given must match.
 *
 * @param clientId exactly
 * @param device as people write it
 * @param name what the first or the last name begins with; of several words each must begin one
 * @param any a Client ID, a device or the beginning of a name
 * @param lineType of one of the contact's phones, not necessarily of {@code device}
 */
public record ContactSearch(
    @Nullable String clientId,
    @Nullable String device,
    @Nullable String name,
    @Nullable String any,
    @Nullable LineType lineType) {
  public static final ContactSearch ALL = new ContactSearch(null, null, null, null);

  /** Whatever their line types. */
  public ContactSearch(
      @Nullable String clientId,
      @Nullable String device,
      @Nullable String name,
      @Nullable String any) {
    this(clientId, device, name, any, null);
  }

  public ContactSearch {
    clientId = blankAsNull(clientId);
    device = blankAsNull(device);
    name = blankAsNull(name);
    any = blankAsNull(any);
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
