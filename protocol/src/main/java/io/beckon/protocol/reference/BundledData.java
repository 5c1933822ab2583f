package io.beckon.protocol.reference;

import io.beckon.protocol.device.DeviceFacts;
import io.beckon.protocol.device.States;
import io.beckon.protocol.device.ZoneKey;

/** Takes the program's own word. */
record BundledData() implements ReferenceData {
  @Override
  public DeviceFacts number(DeviceFacts bundled) {
    return bundled;
  }

  @Override
  public ZoneKey postalCode(String country, String code) {
    return PostalZones.BUNDLED.code(country, code);
  }

  @Override
  public ZoneKey country(String country) {
    return PostalZones.BUNDLED.country(country);
  }

  @Override
  public ZoneKey state(String country, String state) {
    return States.zones(country, state);
  }
}
