package io.beckon.protocol.list;

import io.beckon.protocol.device.LineType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a list as the API shows it.
 *
 * @param zones where the person's own place may be: the zone given, else those of the postal code;
 *     empty when neither tells
 * @param other every further column under its name
 * @param revision changes with every change of the contact or its devices
 */
public record ContactView(
    ContactId id,
    @Nullable String clientId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String timeZone,
    @Nullable String postalCode,
    @Nullable String state,
    @Nullable String country,
    List<String> zones,
    Map<String, String> other,
    List<DeviceView> devices,
    long revision) {
  public ContactView {
    zones = List.copyOf(zones);
    other = Map.copyOf(other);
    devices = List.copyOf(devices);
  }

  /**
   * One device.
   *
   * @param lineType null for e-mail addresses, and for devices loaded before it was kept
   * @param zones every zone it may be in; empty when nothing is known
   */
  public record DeviceView(
      String value,
      @Nullable String country,
      @Nullable String state,
      @Nullable LineType lineType,
      List<String> zones) {}
}
